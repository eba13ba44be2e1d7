"""Words: what the bot says (`i18n`) and how text is kept safe and within Discord's limits (`text`)."""
