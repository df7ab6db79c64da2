/** How often an account may do something within a time. */
export interface Limit {
  most: number;
  withinMs: number;
}
