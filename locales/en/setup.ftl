# What people see before they write to the bot. Set by `npm run setup:bot`.

# At most 64 characters.
bot-name = Sanggar for artisans
# On the screen of an empty chat; at most 512 characters.
bot-description =
    Welcome.

    Here you can register as an artisan, join trainings, and be reminded before the day. It costs nothing.

    This bot belongs to { $office }. Press START.
# On the bot's profile and where its link is shared; at most 120 characters.
bot-short-description = Register as an artisan, join trainings, be reminded. Free, from the district office.
