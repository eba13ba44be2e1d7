# What the bot writes to one person only.

letters-later = Later
letters-never = Stop suggesting this
letters-taken = It’s taken, thank you.
letters-taken-what =
    > { $what }
    It’s taken, thank you.
letters-over = It’s no longer needed, thank you.
letters-erased = This message was about something that has been erased.
letters-gone = It’s not there any more: what this message was about has been erased. To start afresh: { $aide }, on the server.
letters-thread = A word in private
letters-put-off = -# { $again ->
        [yes] All right, later: not before a week.
       *[no] All right. Let’s leave it there.
    }
letters-refused = -# Noted, nothing more of this kind: { $purpose }. To come back to it: { $where }
letters-answered = That is noted already, there is nothing else to do.
letters-somebody-elses = This button is only for the person this word is addressed to.

# In "Coming up" and in messages to the team: neither who nor what.
due-kernel-letters = A word to one person, in private
due-kernel-unheld-letters = A word to one person, in private, even while sending is suspended
due-kernel-tidy-letters = Tidying up words that were sent
