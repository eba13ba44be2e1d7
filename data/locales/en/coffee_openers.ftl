# Something to start talking about over coffee, said to the two or three people together.

# The trade, a way of working, a tool.
coffee-opener-craft-1 = How do you explain what you do, in one sentence, to someone who has never heard of it?
coffee-opener-craft-2 = What is the first tool you reach for when you start work, notebooks included?
coffee-opener-craft-3 = What is the oddest project anyone has ever asked you to help with?
coffee-opener-craft-4 = Which cliché about your line of work would you happily never hear again?
coffee-opener-craft-5 = What do you keep noticing everywhere because of the work you do?
coffee-opener-craft-6 = What do you still do by hand, though software could do it for you?
coffee-opener-craft-7 = Where do you begin when the page is blank and it is all still to do?
coffee-opener-craft-8 = Which bit of your jargon deserves to become everyday language?
coffee-opener-craft-9 = What habit have you borrowed from a completely different trade?
coffee-opener-craft-10 = Which part of your work would you do on a rainy Sunday, just for fun?
coffee-opener-craft-11 = What do you always ask before you take on a project?
coffee-opener-craft-12 = Is there something a client once said, funny or wise, that has stayed with you?
coffee-opener-craft-13 = If someone watched you work for an hour, what would surprise them most?
coffee-opener-craft-14 = Which skill, not far from your own, would you like to pick up?

# The region, the places where one works, journeys, local networks.
coffee-opener-place-1 = Where is the best place around here for a first work meeting?
coffee-opener-place-2 = What is on the other side of the window where you work?
coffee-opener-place-3 = When somebody visits from far away, which local sight do you show them first?
coffee-opener-place-4 = Which local road or footpath is worth a detour for the scenery alone?
coffee-opener-place-5 = Where do you work best: at home, in a café, in a coworking space, on a train?
coffee-opener-place-6 = Which upcoming local event would be worth going to together?
coffee-opener-place-7 = Which local network or group have you heard good things about?
coffee-opener-place-8 = Which local business or non-profit deserves to be better known?
coffee-opener-place-9 = Which local expression puzzles everyone the first time they hear it?
coffee-opener-place-10 = Which part of the region would you like to know better?
coffee-opener-place-11 = Which local speciality would you give someone to tempt them to visit?
coffee-opener-place-12 = When work takes you a long way, how do you spend the journey?
coffee-opener-place-13 = What do you always take along when you work away from your usual spot?
coffee-opener-place-14 = If you opened a shared workspace together, where around here would it be?

# Light, human, quick to answer.
coffee-opener-light-1 = Coffee, tea, hot chocolate, or something else entirely to get you going?
coffee-opener-light-2 = When you were ten, what did you want to be?
coffee-opener-light-3 = Which song gets your week off to a good start?
coffee-opener-light-4 = What was the last book, film or podcast you recommended to someone?
coffee-opener-light-5 = Which object has no business being where you work, yet stays put?
coffee-opener-light-6 = Which dish could you make with your eyes closed?
coffee-opener-light-7 = When do your best ideas turn up: early morning, late evening, in the shower?
coffee-opener-light-8 = Which perfectly useless talent are you secretly proud of?
coffee-opener-light-9 = If someone gave you a free afternoon, what would you do with it?
coffee-opener-light-10 = What little thing made you smile this week?
coffee-opener-light-11 = Honestly, how many tabs do you have open right now?
coffee-opener-light-12 = Which word do you enjoy saying, for no reason at all?
coffee-opener-light-13 = Which animals drop in while you work, flies included?
coffee-opener-light-14 = What do you wish people asked you more often?
