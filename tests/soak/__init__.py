"""Crash proof: what is due happens once and whole, wherever the process is killed. `make soak` tries all of it.

**What runs.** The real storage, jobs, schedules, outbox, heartbeat and discord.py library, in a process of its own
(`process.py`) with a small feature and without a gateway. It talks to a stand-in for Discord (`weather.py`, on
`tests/delivery/standin.py`) that lives in the parent and outlives it: it drops repeated nonces per author for three
minutes, and can do what it is asked and then answer 5xx or cut the line. Simulated time is shared memory, so all agree
on it. A life costs 50 ms: it is a fork of a process that has imported everything (`zygote.py`).

**Where it is killed** (`points.py`): SIGKILL before and after each statement of each connection, while COMMIT is under
way, before each call, after its answer, and with the call on its way, which then takes effect 25 seconds after the
death, when another process may be at work already.

**What is tried.** `every_point.py`: each flow of `flows.py` (a schedule's message, a forum post, a private thread, a
direct message, two associations in one process) is killed at every point in turn, from the instant at which it is due
to the next occurrence planned. Downtime is 5 s (Discord still knows the nonce, requests are still on their way), 61 s,
and an hour (Discord forgot). The same again where Discord did what was asked and said 503, hung up, or said 500, which
the library repeats by itself. Then processes that are killed once more, anywhere in their start or recovery.
`month.py`: 200 kills at random points of a month with a change to summer time, downtimes from seconds to two days, one
request in twenty in trouble, and four schedules, errands to all kinds of places, two associations.

**Seasons** are told by the whole bot in the simulated server, with restarts, leavers, refusals and lost channels, and
without SIGKILL: three seasons of coffee (`coffee.py`; the opening of its threads is killed at each point too), and a
quarter of questions, digests and administrative dates (`quarter.py`).

**What is looked at** (`judging.py`, `almanac.py`): every channel holds what it should, once, and nothing else; threads
have their name, one message, their people; nobody was let into one that was not complete; nothing is under way, each
result was recorded once and stands where the file says, in the order of the decisions; the file is sound; each schedule
has exactly one next occurrence. Which dates of a month should have happened, with which word of lateness, is worked out
day by day from the rules and from when the bot was alive, with none of the bot's own code.

**The honest bound.** SIGKILL spares what the kernel holds: loss of power is the promise of SQLite (WAL,
synchronous=FULL), not tried here. Between two points there is no kill, except during COMMIT. A request takes effect
within 25 s of the death of its process; were Discord to act on one after more than a minute, a forum post or a thread
could get a twin. A twin that the library itself made stands until it is deleted, moments later. Where the history of a
channel can't be read and the nonce is forgotten, a message may come twice (`bot.delivery.outbox`). Letters
(`bot.delivery.contact`) are two steps made of these, and are not killed here by themselves.
"""
