import type { Community } from "../src/communities/community.ts";

/** Invented: the press report names no community, and no real group may be named here. */
export const demoCommunities: Community[] = [
  {
    id: "kriya-pesisir",
    name: "Kriya Pesisir Bersama",
    kecamatan: ["36.04.30", "36.04.31"],
    state: "active",
    leaders: [],
    invented: true,
  },
  {
    id: "manik-melati",
    name: "Manik Melati",
    kecamatan: ["36.04.05", "36.04.07"],
    state: "active",
    leaders: ["demo-leader"],
    invented: true,
  },
  {
    id: "anyam-rukun",
    name: "Anyam Rukun",
    kecamatan: ["36.04.11", "36.04.34"],
    state: "active",
    leaders: [],
    invented: true,
  },
  {
    id: "sulam-petir",
    name: "Sulam Harapan Petir",
    kecamatan: ["36.04.19"],
    state: "active",
    leaders: [],
    invented: true,
  },
];
