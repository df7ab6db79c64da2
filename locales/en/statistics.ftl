### Statistics: how many artisans, without data of anybody.

command-statistik = How many artisans

statistics-kecamatan = <b>Artisans by kecamatan</b> – { $total } people, { $date }
statistics-craft = <b>Artisans by kind of craft</b> – { $total } people, { $date }. One person may have several crafts.
statistics-community = <b>Artisans by community</b> – { $total } people, { $date }
statistics-month = <b>Registrations by month</b> – { $total } people in all, { $date }
statistics-line = { $name }: <b>{ $count }</b>
statistics-rest = Others: <b>{ $count }</b>
statistics-none-kecamatan = No artisans yet in { $count } kecamatan.
statistics-none-craft = No artisans yet for { $count } crafts.
statistics-none-community = No members yet in { $count } communities.
statistics-no-community = No community
button-statistics-kecamatan = Kecamatan
button-statistics-craft = Craft
button-statistics-community = Community
button-statistics-month = Month
button-statistics-picture = Send as a picture

chart-kecamatan = Artisans by kecamatan
chart-craft = Artisans by kind of craft
chart-community = Artisans by community
chart-month = Registrations by month
chart-rest = Others
chart-note = { KABUPATEN() }, { $total } artisans, { $date }
button-statistics-reach = Sharing sessions
