### Charts of trainings and sharing sessions: pictures, and the same numbers as text.

chart-attendance = Attendance by day
chart-attendance-note = { $training }, { $date }
chart-attendance-head = <b>Attendance by day</b> – { $training }, { $date }
chart-attendance-line = { $date }: <b>{ $present }</b> of { $expected } present

chart-reach = People reached by sharing sessions
chart-reach-note = { $sessions } sessions, { $people } people, { $date }
chart-reach-head = <b>Sharing sessions by kecamatan</b> – { $sharers } pioneers, { $sessions } sessions, { $people } people, { $date }
chart-reach-line = { $place }: <b>{ $people }</b> people, { $sessions } sessions, { $sharers } pioneers
chart-reach-none = { $place }: no session yet, { $sharers } pioneers

chart-reach-caption = People reached by sharing sessions, by kecamatan. The numbers are those of the text above.
chart-reach-nothing = There are no pioneers and no sharing sessions yet, so there is no chart.
