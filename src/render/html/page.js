"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all(".finding");
  const marks = all(".text mark");
  const form = $("filters");
  let current = -1;

  // Theme: the system's until another is asked for.
  const themes = ["auto", "light", "dark"];
  const theme = $("theme");
  const dress = (name) => {
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = theme.dataset[name];
    theme.value = name;
  };
  const kept = () => { try { return localStorage.getItem("selisih-theme"); } catch { return null; } };
  const keep = (name) => { try { localStorage.setItem("selisih-theme", name); } catch { /* not allowed: not kept */ } };
  dress(themes.includes(kept()) ? kept() : "auto");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(theme.value) + 1) % themes.length];
    dress(next);
    keep(next);
  });

  // One finding is the current one: its words are lit in the reports.
  const wide = matchMedia("(min-width: 68rem) and (min-height: 30rem)");
  const light = (at, follow) => {
    if (findings[current]) findings[current].classList.remove("on");
    current = at;
    const finding = findings[at];
    const n = finding ? finding.dataset.n : "";
    let first = null;
    for (const mark of marks) {
      const on = n !== "" && mark.dataset.f.split(" ").includes(n);
      mark.classList.toggle("on", on);
      first = first || (on ? mark : null);
    }
    if (!finding) return;
    finding.classList.add("on");
    if (follow && wide.matches && first) first.scrollIntoView({ block: "center" });
  };
  const go = (at) => {
    light(at, true);
    findings[at].focus({ preventScroll: true });
    findings[at].scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const shown = findings.filter((f) => !f.hidden);
    if (!shown.length) return;
    const from = findings.findIndex((f) => f.contains(document.activeElement));
    const here = shown.indexOf(findings[from >= 0 ? from : current]);
    const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(here + by, 0), shown.length - 1);
    go(findings.indexOf(shown[next]));
  };

  // Filters. Nothing picked in a group picks all of it.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  let texts = null;
  const sift = () => {
    const picked = (name) => all(`input[name=${name}]:checked`, form).map((box) => box.value);
    const kinds = picked("kind"), severities = picked("severity");
    const report = $("report").value, asked = plain($("search").value).trim();
    if (asked && !texts) texts = findings.map((f) => plain(f.textContent));
    let shown = 0;
    findings.forEach((f, at) => {
      const reports = (report[0] === "s" ? f.dataset.silent : f.dataset.gives).split(" ");
      f.hidden = (kinds.length > 0 && !kinds.includes(f.dataset.kind))
        || (severities.length > 0 && !severities.includes(f.dataset.severity))
        || (report !== "" && !reports.includes(report.slice(1)))
        || (asked !== "" && !texts[at].includes(asked));
      shown += f.hidden ? 0 : 1;
    });
    const count = $("count");
    count.textContent = count.dataset.of.replace("{}", shown).replace("{}", findings.length);
    $("nothing").hidden = shown > 0;
  };
  const clear = () => { form.reset(); sift(); };

  if (form) {
    form.hidden = false;
    $("keys").hidden = false;
    form.addEventListener("input", sift);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(sift));
    const measure = () => {
      const bar = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
      document.documentElement.style.setProperty("--bar", `${bar + 8}px`);
    };
    measure();
    addEventListener("resize", measure);
    sift();
  }

  // A link to a finding that the filters hide shows it again.
  const land = () => {
    const target = location.hash.length > 1 ? $(location.hash.slice(1)) : null;
    if (!target) return;
    const at = findings.indexOf(target);
    if (at >= 0) {
      if (target.hidden) clear();
      go(at);
    } else if (target.closest("details:not([open])")) {
      target.closest("details").open = true;
    }
  };
  addEventListener("hashchange", land);
  land();

  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href^='#f']");
    if (link && link.hash === location.hash) land();
    const mark = event.target.closest(".text mark");
    if (mark) {
      const nested = mark.dataset.f.split(" ").map(Number);
      // Clicked again, the next of the findings that share these words.
      const next = nested[(nested.indexOf(current + 1) + 1) % nested.length];
      go(next - 1);
      if (findings[next - 1].hidden) { clear(); go(next - 1); }
    }
    const where = event.target.closest(".finding");
    if (where && !mark) light(findings.indexOf(where), false);
    const button = event.target.closest(".copy");
    if (button) {
      const code = button.parentElement.querySelector("code");
      if (await copy(code.textContent)) {
        const words = button.textContent;
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = words; }, 1500);
      } else {
        getSelection().selectAllChildren(code);
      }
    }
  });
  for (const button of all(".copy")) button.hidden = false;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search], select, textarea");
    if (event.key === "Escape") {
      if (form && (typing || findings.some((f) => f.hidden))) clear();
      if (typing) event.target.blur();
      light(-1, false);
    } else if (typing) {
      return;
    } else if (event.key === "/" && form) {
      event.preventDefault();
      $("search").focus();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && event.target.classList.contains("finding")) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
})();
