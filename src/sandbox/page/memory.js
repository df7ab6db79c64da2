const key = "sanggar-demo-chat";
const fresh = () => ({ seq: 0, shown: null, unread: {}, drafts: {}, passed: [] });

/** What one tab keeps over a reload and the server does not know: who is shown, unread counts, drafts, passed things. */
export function createMemory() {
  let kept = { ...fresh(), ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
  const save = () => sessionStorage.setItem(key, JSON.stringify(kept));
  return {
    get: (name) => kept[name],
    set(name, value) {
      kept[name] = value;
      save();
    },
    addPassed(passed) {
      kept.passed = [...kept.passed, passed].slice(-200);
      save();
    },
    /** A server whose numbers are lower than those seen before is another run: what was kept is stale. */
    meet(seq) {
      if (seq < kept.seq) kept = fresh();
      kept.seq = seq;
      save();
    },
    forget() {
      kept = fresh();
      save();
    },
  };
}
