# Too much at once, or too soon: never a reproach, always when to try again.
limits-wait = Easy, that is a lot at once. You can go on { $when }; nothing you wrote is lost.
limits-links-first-day =
    A link can be published from the day after you joined, to keep advertising out: { $when }. Until then your text is
    welcome without the link; it is kept, you only need to correct it.
