/** What a craft is called in one language. */
interface CraftLabel {
  /** For a button, up to 24 characters. */
  short: string;
  full: string;
}

/** One kind of craft of the office's table. */
export interface CraftRow {
  key: string;
  id: CraftLabel;
  en: CraftLabel;
  /** Typed words and phrases, in both languages, by which it is found besides key and labels. */
  words: string;
}

/**
 * The kinds of craft, in the order they are offered. No KBLI numbers: its editions of 2020 and
 * 2025 give some numbers different meanings.
 */
export const SEED_CRAFTS: readonly CraftRow[] = [
  {
    key: "aksesori",
    id: { short: "Aksesori & perhiasan", full: "Aksesori dan perhiasan (bros, manik-manik, batu)" },
    en: {
      short: "Accessories & jewellery",
      full: "Accessories and jewellery (brooches, beads, stones)",
    },
    words:
      "aksesoris, perhiasan, bros, manik, manik manik, gelang, kalung, cincin, anting, batu, accessories, jewellery, jewelry, brooch, beads",
  },
  {
    key: "rajut",
    id: { short: "Rajut & makrame", full: "Rajut, crochet, dan makrame" },
    en: { short: "Knitting & macrame", full: "Knitting, crochet and macrame" },
    words: "rajutan, merajut, crochet, makrame, benang, knitting, macrame",
  },
  {
    key: "sulam",
    id: { short: "Sulam, bordir, payet", full: "Sulam, bordir, dan payet" },
    en: { short: "Embroidery & sequins", full: "Embroidery and sequin work" },
    words: "sulaman, menyulam, bordir, bordiran, payet, embroidery, sequin, sequins",
  },
  {
    key: "jahit",
    id: { short: "Jahit & tas kain", full: "Jahit, perca, dan tas kain" },
    en: { short: "Sewing & fabric bags", full: "Sewing, patchwork and fabric bags" },
    words: "jahitan, menjahit, perca, kain perca, tas, tas kain, sewing, patchwork",
  },
  {
    key: "batik",
    id: { short: "Batik (tulis, cap)", full: "Batik (tulis, cap)" },
    en: { short: "Batik", full: "Batik (hand-drawn, stamped)" },
    words: "membatik, batik tulis, batik cap",
  },
  {
    key: "ecoprint_tenun",
    id: { short: "Ecoprint & tenun", full: "Ecoprint, jumputan, dan tenun" },
    en: { short: "Ecoprint & weaving", full: "Ecoprint, tie-dye and weaving" },
    words: "ecoprint, ekoprint, jumputan, tenun, tenunan, menenun, tie dye",
  },
  {
    key: "anyaman_bambu",
    id: { short: "Anyaman bambu & rotan", full: "Anyaman bambu dan rotan" },
    en: { short: "Bamboo & rattan weaving", full: "Bamboo and rattan weaving" },
    words: "anyaman, anyam, bambu, rotan, bilik, bamboo, rattan",
  },
  {
    key: "anyaman_serat",
    id: { short: "Anyaman serat alam", full: "Anyaman pandan, eceng gondok, dan serat alam" },
    en: {
      short: "Natural-fibre weaving",
      full: "Pandan, water hyacinth and natural-fibre weaving",
    },
    words: "anyaman, anyam, pandan, eceng gondok, enceng gondok, mendong, rumbia, serat alam",
  },
  {
    key: "gerabah",
    id: { short: "Gerabah & keramik", full: "Gerabah dan keramik" },
    en: { short: "Pottery & ceramics", full: "Pottery and ceramics" },
    words: "keramik, tembikar, tanah liat, pottery, ceramics",
  },
  {
    key: "golok_logam",
    id: { short: "Golok & logam", full: "Golok dan kerajinan logam" },
    en: { short: "Golok & metal craft", full: "Golok (machetes) and metal craft" },
    words: "golok, logam, pisau, tembaga, pandai besi, besi, machete, metal",
  },
  {
    key: "kayu",
    id: { short: "Kerajinan & ukir kayu", full: "Kerajinan dan ukir kayu" },
    en: { short: "Woodcraft & carving", full: "Woodcraft and carving" },
    words: "ukir, ukiran, ukir kayu, wood, woodcraft, carving",
  },
  {
    key: "tempurung",
    id: {
      short: "Tempurung & bahan alam",
      full: "Tempurung kelapa, kerang, dan bahan alam",
    },
    en: {
      short: "Shell & natural items",
      full: "Coconut shell, seashell and natural materials",
    },
    words: "tempurung kelapa, batok, batok kelapa, kerang, bahan alam, coconut shell, seashell",
  },
  {
    key: "kulit",
    id: { short: "Kerajinan kulit", full: "Tas dan kerajinan kulit" },
    en: { short: "Leather goods", full: "Leather goods and bags" },
    words: "tas, tas kulit, dompet kulit, leather",
  },
  {
    key: "daur_ulang",
    id: { short: "Daur ulang", full: "Daur ulang (kertas, plastik, kain)" },
    en: { short: "Upcycled craft", full: "Upcycled craft (paper, plastic, cloth)" },
    words: "limbah, koran, plastik, kertas, upcycled, recycled, recycling",
  },
  {
    key: "hiasan",
    id: { short: "Hantaran & hiasan", full: "Hantaran, bunga, boneka, lilin, dan hiasan" },
    en: {
      short: "Gift sets & decoration",
      full: "Gift sets, flowers, dolls, candles and decoration",
    },
    words:
      "hantaran, seserahan, bunga, boneka, lilin, gift sets, flowers, dolls, candles, decoration",
  },
  {
    key: "lainnya",
    id: { short: "Lainnya (tulis sendiri)", full: "Lainnya (tulis sendiri)" },
    en: { short: "Other (write your own)", full: "Other (write your own)" },
    words: "lain, lain lain, other",
  },
];
