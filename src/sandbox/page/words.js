import { icon } from "./element.js";

/** Every word of the page, in Indonesian and English. */
export const dictionaries = {
  id: {
    skip: "Langsung ke kolom pesan",
    notice: "Ini peragaan: tidak ada yang terkirim ke Telegram; semua orang di sini rekaan.",
    about: "Tentang peragaan ini",
    otherLanguage: "English",
    offline: "Sambungan ke server demo terputus. Mencoba lagi …",
    clock: "Jam demo",
    setClock: "Atur jam",
    pickDate: "Pilih waktu …",
    upcoming: "Berikutnya",
    nothingDue: "Tidak ada pengingat lagi",
    moveClock: "Majukan jam",
    plusHour: "+1 jam",
    plusDay: "+1 hari",
    toNext: "Ke pengingat berikutnya",
    clockDate: "Tanggal dan jam tujuan (WIB)",
    go: "Pergi",
    onlyForward: "Jam demo hanya bisa maju. Pilih waktu setelah {now}.",
    moving: "Jam sedang maju …",
    moved: "Sekarang {now}.",
    passed: "{at} · {label}",
    people: "Orang",
    shortcuts: "Alt+1…9 ganti orang · Alt+T ke jam",
    asPerson: "Dilihat sebagai {name}",
    noSuchPerson: "Tidak ada orang bernama “{name}”.",
    unread: "{n} pesan baru",
    notStarted: "belum mulai",
    blockedMark: "memblokir bot",
    newFor: "Pesan baru untuk {name} ({n})",
    chatOf: "Percakapan {name} dengan bot",
    botSays: "Bot:",
    edited: "diedit",
    edit: "Ubah pesan ini",
    editing: "Mengubah pesan",
    cancel: "Urungkan",
    choices: "Pilihan pada pesan",
    spoiler: "Tampilkan teks tersembunyi",
    more: "Selengkapnya",
    code: "kode",
    photoAlt: "Foto",
    otherKind: "Pesan jenis lain yang tidak ditampilkan di halaman ini.",
    toEnd: "Ke pesan terbaru",
    empty: "Belum ada pesan.",
    start: "Mulai",
    block: "Blokir bot",
    unblock: "Buka blokir",
    input: "Tulis pesan",
    send: "Kirim",
    attach: "Lampirkan",
    menu: "Menu perintah",
    offered: "{n} perintah. Pilih dengan panah atas dan bawah.",
    keys: "Papan tombol",
    photo: "Foto",
    file: "Berkas",
    contact: "Kontak saya",
    location: "Kirim lokasi",
    latitude: "Lintang",
    longitude: "Bujur",
    typing: "sedang mengetik",
    upload_photo: "sedang mengirim foto",
    upload_document: "sedang mengirim berkas",
    find_location: "sedang mencari lokasi",
    calls: "Yang dipanggil bot",
    callsButton: "Panggilan bot",
    close: "Tutup",
    faults: "Buat gangguan",
    faultLost: "Jawaban hilang",
    faultLostHint: "Pesan berikut sampai, tetapi bot tidak menerima jawabannya",
    faultFlood: "Terlalu cepat (429)",
    faultFloodHint: "Pesan berikut ditolak, boleh diulang 3 detik lagi",
    faultDown: "Server mati",
    faultDownHint: "Semua panggilan gagal selama 10 detik",
    faultSet: "Gangguan disiapkan: {name}.",
    faultBy: "Gangguan buatan nomor {n}",
    violation: "Salah pakai API",
    refusedCount: "{n} ditolak",
    onlyRefused: "Hanya yang ditolak",
    withPolls: "Dengan getUpdates",
    outside: "Tautan ini menuju ke luar peragaan: {url}",
    outsideText: "Di luar peragaan, tombol ini membuka {host} dengan teks:",
    openOutside: "Buka di tab baru",
    copied: "Disalin: {text}",
    failed: "Server demo menolak: {error}",
    ok: "Tutup",
  },
  en: {
    skip: "Skip to the message field",
    notice: "This is a demo: nothing reaches Telegram; everybody here is invented.",
    about: "About this demo",
    otherLanguage: "Bahasa Indonesia",
    offline: "The connection to the demo server is lost. Trying again …",
    clock: "Demo clock",
    setClock: "Set clock",
    pickDate: "Choose a time …",
    upcoming: "Up next",
    nothingDue: "No reminders are left",
    moveClock: "Move the clock",
    plusHour: "+1 hour",
    plusDay: "+1 day",
    toNext: "To the next reminder",
    clockDate: "Date and time to go to (WIB)",
    go: "Go",
    onlyForward: "The demo clock only goes forward. Choose a time after {now}.",
    moving: "The clock is moving …",
    moved: "It is now {now}.",
    passed: "{at} · {label}",
    people: "People",
    shortcuts: "Alt+1…9 changes person · Alt+T to the clock",
    asPerson: "Seen as {name}",
    noSuchPerson: "There is nobody called “{name}”.",
    unread: "{n} new messages",
    notStarted: "not started",
    blockedMark: "blocked the bot",
    newFor: "New message for {name} ({n})",
    chatOf: "Conversation of {name} with the bot",
    botSays: "Bot:",
    edited: "edited",
    edit: "Edit this message",
    editing: "Editing a message",
    cancel: "Cancel",
    choices: "Choices of the message",
    spoiler: "Show hidden text",
    more: "Show all",
    code: "code",
    photoAlt: "Photo",
    otherKind: "A kind of message that this page does not show.",
    toEnd: "To the newest message",
    empty: "No messages yet.",
    start: "Start",
    block: "Block the bot",
    unblock: "Unblock",
    input: "Write a message",
    send: "Send",
    attach: "Attach",
    menu: "Command menu",
    offered: "{n} commands. Choose with the up and down arrows.",
    keys: "Buttons",
    photo: "Photo",
    file: "File",
    contact: "My contact",
    location: "Send location",
    latitude: "Latitude",
    longitude: "Longitude",
    typing: "is typing",
    upload_photo: "is sending a photo",
    upload_document: "is sending a file",
    find_location: "is looking for a place",
    calls: "What the bot called",
    callsButton: "Bot calls",
    close: "Close",
    faults: "Make trouble",
    faultLost: "Lost answer",
    faultLostHint: "The next message arrives, but the bot never hears so",
    faultFlood: "Too fast (429)",
    faultFloodHint: "The next message is refused, to be sent again in 3 seconds",
    faultDown: "Server down",
    faultDownHint: "Every call fails for 10 seconds",
    faultSet: "Trouble is ready: {name}.",
    faultBy: "Made by trouble number {n}",
    violation: "Wrong use of the API",
    refusedCount: "{n} refused",
    onlyRefused: "Only refusals",
    withPolls: "With getUpdates",
    outside: "This link leaves the demo: {url}",
    outsideText: "Outside the demo this button opens {host} with the text:",
    openOutside: "Open in a new tab",
    copied: "Copied: {text}",
    failed: "The demo server refused: {error}",
    ok: "Close",
  },
};

export const language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "id";

/** @param {keyof typeof dictionaries.id} key */
export function words(key, values = {}) {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Writes words and drawings into the elements of index.html that name them. */
export function fillWords(root) {
  for (const place of root.querySelectorAll("[data-word]"))
    place.textContent = words(place.dataset.word);
  for (const place of root.querySelectorAll("[data-label]"))
    place.setAttribute("aria-label", words(place.dataset.label));
  for (const place of root.querySelectorAll("[data-icon]")) place.prepend(icon(place.dataset.icon));
}

const zone = { timeZone: "Asia/Jakarta" };
const locale = language === "en" ? "en-GB" : "id-ID";
const format = (options) => new Intl.DateTimeFormat(locale, { ...zone, ...options });
const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const time = format({ hour: "2-digit", minute: "2-digit" });
const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const short = format({ weekday: "short", day: "numeric", month: "short" });
const field = new Intl.DateTimeFormat("sv-SE", { ...zone, dateStyle: "short", timeStyle: "short" });

/** Moments as people in western Indonesia write them; all take a Date. */
export const dayInWords = (moment) => day.format(moment);
export const timeInWords = (moment) => time.format(moment);
export const timeWithSeconds = (moment) => second.format(moment);
export const shortMoment = (moment) => `${short.format(moment)} ${time.format(moment)}`;
export const momentInWords = (moment) => `${dayInWords(moment)}, ${timeInWords(moment)} WIB`;

/** What a `datetime-local` field holds, read and written as WIB, which is UTC+7 all year. */
export const toField = (moment) => field.format(moment).replace(" ", "T");
export const fromField = (text) => new Date(`${text.slice(0, 16)}:00+07:00`);
