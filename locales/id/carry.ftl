### Penyampai: menyampaikan pemberitahuan kepada perajin yang tidak terjangkau lewat Telegram.

command-sampaikan = Pesan yang perlu disampaikan

carry-list-title =
    <b>Perlu disampaikan: { $count } pesan</b>
    Telegram tidak sampai kepada mereka. Pilih satu nama untuk melihat kata-katanya.
carry-list-entry =
    { $number }. <b>{ $name }</b>, { $kecamatan }
    { $what }
    Paling lambat { $until }
carry-list-none = Tidak ada pesan yang perlu Bapak/Ibu sampaikan. Terima kasih.
carry-with-leaders = { $count } pesan lain sedang disampaikan ketua komunitas.
carry-tried = Belum terhubung: dicoba { $who }, { $when }.
carry-late = <b>Waktunya sudah lewat.</b>
carry-everybody = perajin

carry-card =
    <b>{ $name }</b>, { $kecamatan }
    { $what }
    Paling lambat { $until }
    { $why }
carry-why-noTelegram = Belum memakai Telegram.
carry-why-unreachable = Tidak terjangkau lewat Telegram.
carry-why-blocked = Bot ini diblokir di HP-nya.
carry-why-deactivated = Akun Telegramnya sudah tidak ada.
carry-why-neverStarted = Belum menekan Mulai di bot ini.
carry-why-refused = Telegram menolak pesannya.
carry-why-badMarkup = Telegram menolak pesannya.
carry-why-tooLate = Tidak sempat dikirim lewat Telegram sampai waktunya habis.
carry-why-quietHours = Tertahan jam tenang sampai waktunya habis.
carry-why-badFile = Telegram menolak berkasnya.
carry-why-doubt = Tidak pasti sampai lewat Telegram.
carry-why-unread = Sudah menerima pesannya, tetapi belum menekan Sudah baca.
carry-number = Nomor HP: { $number }
carry-no-number = Nomor HP tidak dapat ditampilkan. Sampaikan langsung, atau lewat kenalan.
carry-words =
    <b>Lewat telepon, katakan:</b>
    <blockquote>{ $telepon }</blockquote>
carry-whatsapp =
    <b>Lewat WhatsApp:</b>
    <blockquote>{ $whatsapp }</blockquote>

button-carry-wa = Kirim lewat WhatsApp
button-carry-wa-text = Teks untuk WhatsApp
button-carry-group = Teks untuk grup WhatsApp
button-carry-told = ✓ Sudah
button-carry-no = ✗ Tidak terhubung
button-carry-list = Lihat daftar
button-carry-report = Rekap { $code }

carry-told = Tercatat: <b>{ $name }</b> sudah diberi tahu. Lewat apa?
button-carry-road-whatsapp = WhatsApp
button-carry-road-phone = Telepon
button-carry-road-inPerson = Bertemu langsung
carry-answer = Apa jawaban <b>{ $name }</b>?
button-carry-said-read = ✓ Sudah baca
button-carry-said-none = Belum menjawab
carry-thanks = Terima kasih. Semua sudah disampaikan.
carry-thanks-more = Terima kasih. Masih ada { $count } pesan lagi.
carry-not-reached-leader = Dicatat: { $name } belum terhubung. Koordinator akan meneruskan.
carry-not-reached-coordinator = Dicatat: { $name } belum terhubung. Namanya tetap ada di daftar.
carry-not-reached-late = Dicatat: { $name } tidak terhubung sampai waktunya lewat.

carry-is-told = { $name } sudah diberi tahu oleh { $who }, { $when }.
carry-is-telegram = { $name } sudah bisa dijangkau lewat Telegram, jadi pesannya dikirim oleh bot.
carry-is-read = { $name } sudah menekan Sudah baca, jadi tidak perlu disampaikan lagi.
carry-is-reachable = { $name } sudah bisa dijangkau lewat Telegram, jadi pesannya dikirim oleh bot.
carry-is-closed = { $name } tidak terhubung sampai waktunya lewat. Dicatat oleh { $who }, { $when }.
carry-is-moot = Pesan ini tidak perlu disampaikan lagi kepada { $name }.
carry-is-late = Waktunya sudah lewat, jadi koordinator yang meneruskan kepada { $name }. Terima kasih.

carry-asked = Ada <b>{ $count } pesan</b> untuk disampaikan kepada perajin yang tidak terjangkau lewat Telegram, paling lambat { $until }. Mohon bantuannya, Bapak/Ibu.
carry-asked-late = <b>{ $count } pesan</b> belum tersampaikan sampai waktunya lewat. Mohon Bapak/Ibu periksa.

carry-report-title =
    <b>Rekap penyampaian, kode { $code }</b>
    { $what }
carry-report-waiting = <b>Belum ada jawaban: { $count }</b>
carry-report-notReached = <b>Tidak terhubung: { $count }</b>
carry-report-told = <b>Sudah diberi tahu: { $count }</b>
carry-report-moot = <b>Tidak perlu lagi: { $count }</b>
carry-report-names =
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lagi
    }
carry-report-gone = Datanya sudah dihapus: { $count }

viewed-carry-list = melihat nama di daftar yang perlu disampaikan
viewed-carry-show = membuka data untuk menyampaikan pemberitahuan
viewed-carry-number = melihat nomor HP untuk menyampaikan pemberitahuan
viewed-carry-report = melihat nama di rekap penyampaian
