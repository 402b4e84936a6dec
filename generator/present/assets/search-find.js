/* What fits what is asked: the part of the search that is loaded with its index.
 * In: rows of the index, and words as somebody typed them. Out: entries by kind, the best first, each with its address and a way
 * to show it; and a line that says how the words were read. Nothing of the window is known here.
 */
(() => {
  "use strict";

  const SAME = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ə: "e" };
  const SHOWN = 5; // entries of a kind before a word is typed
  const { make, count } = window.dossierTools;

  /** Small letters without accents and signs, a blank around each word. */
  const fold = (text) =>
    ` ${text
      .normalize("NFD")
      .replace(/\p{M}|['’ʼ`]/gu, "")
      .toLowerCase()
      .replace(/[øłđðþßæœıə]/g, (letter) => SAME[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;

  /** The words with what was looked for marked; text is set as text and never read as markup. */
  function marked(text, terms) {
    const pieces = text.split(/([\p{L}\p{N}\p{M}'’ʼ]+)/u);
    return pieces.map((piece, number) => {
      if (number % 2 === 0) return piece;
      const word = fold(piece);
      return terms.some((term) => word.startsWith(` ${term}`)) ? make("mark", "", piece) : piece;
    });
  }

  /** Rows of the index as what is compared: names, text, weight, and how a result is shown. */
  function read(data, written) {
    const name = (number) => data.actors[number]?.[0] ?? "";
    const names = (number) => (data.actors[number] ? [data.actors[number][0], ...data.actors[number][3]] : []);
    const who = (party) => (typeof party === "number" ? name(party) : party);
    const called = (party) => (typeof party === "number" ? names(party).join(" · ") : party);
    const icon = (kind) => make("span", `ds-icon ds-icon-${kind}`);
    const actor = (number, terms, words) => {
      const [title, kind] = data.actors[number] ?? [words ? `“${words}”` : "nobody named", "unknown"];
      return make("span", `ds-name ds-${kind}`, icon(kind), ...marked(title, terms));
    };
    const party = (one, terms) => (typeof one === "number" ? actor(one, terms) : one);
    const at = (number, anchor) => `${data.articles[number][2]}${anchor ? `#${anchor}` : ""}`;
    const entry = (title, text, weight, url, show) => ({
      names: title.map(fold),
      text: fold(text),
      weight,
      url,
      show,
    });
    const actors = data.actors.map(([title, kind, url, others, roles, mentions, statements], number) =>
      entry([title, ...others], roles.join(" · "), mentions, url, (terms) => {
        const hit = fold(title);
        const also = terms.every((term) => hit.includes(` ${term}`))
          ? null
          : others.find((other) => terms.every((term) => fold(other).includes(` ${term}`)));
        const facts = [kind, roles[0], count(mentions, "mention"), statements ? count(statements, "statement") : ""];
        return [
          make("span", "ds-hit-title", actor(number, terms)),
          also ? make("span", "ds-hit-also", "also ", ...marked(also, terms)) : null,
          make("span", "ds-hit-facts", facts.filter(Boolean).join(" · ")),
        ];
      }),
    );
    const statements = data.statements.map(([speaker, words, cue, content, direct, kind, article, sentence]) =>
      entry([content], `${names(speaker).join(" · ")} ${words} ${cue} ${kind}`, 0, at(article, sentence), (terms) => [
        make("span", "ds-hit-title", actor(speaker, terms, words), " ", make("i", "ds-cue", cue)),
        make("span", "ds-hit-text", ...(direct ? ["“", ...marked(content, terms), "”"] : marked(content, terms))),
        make("span", "ds-hit-facts", `${kind} · ${data.articles[article][0]}`),
      ]),
    );
    const events = data.events.map(([what, agent, patient, day, told, words, article, sentence]) =>
      entry([words], `${what} ${called(agent)} ${called(patient)} ${day} ${told}`, 0, at(article, sentence), (terms) => [
        make("span", "ds-hit-title", what, who(agent) ? ": " : "", party(agent, terms), who(patient) ? " → " : "", party(patient, terms)),
        make("span", "ds-hit-text", ...marked(words, terms)),
        make("span", "ds-hit-facts", [day, told, data.articles[article][0]].filter(Boolean).join(" · ")),
      ]),
    );
    const articles = data.articles.map(([title, about, url, sentences, terms, met]) => {
      const lines = sentences.map(([anchor, words]) => ({ anchor, words, text: fold(words) }));
      const rest = `${about} ${terms.join(" · ")} ${met.map((number) => names(number).join(" · ")).join(" · ")}`;
      const made = entry([title], lines.map((line) => line.text).join("") + rest, 0, url, (words) => {
        const number = (line) => words.filter((term) => line.text.includes(` ${term}`)).length;
        const most = lines.reduce((high, line) => Math.max(high, number(line)), 0);
        const best = most ? lines.filter((line) => number(line) === most) : [];
        const line = best[0];
        made.anchor = line?.anchor;
        const alike = best.length > 1 && most === words.length;
        const facts = [about, alike ? count(best.length, "sentence") : ""].filter(Boolean).join(" · ");
        return [
          make("span", "ds-hit-title", ...marked(title, words)),
          line ? make("span", "ds-hit-text", ...marked(around(line.words, words), words)) : null,
          make("span", "ds-hit-facts", facts),
        ];
      });
      return made;
    });
    const keywords = data.keywords.map(([term, url, uses, articles]) =>
      entry([term], "", uses, url, (terms) => [
        make("span", "ds-hit-title", ...marked(term, terms)),
        make("span", "ds-hit-facts", articles),
      ]),
    );
    const pages = written.map(([title, heading, url, text]) =>
      entry([heading || title], text, 0, url, (terms) => [
        make("span", "ds-hit-title", ...marked(heading ? `${title}: ${heading}` : title, terms)),
        make("span", "ds-hit-text", ...marked(around(text, terms), terms)),
      ]),
    );
    return [
      { title: "Actors", entries: actors },
      { title: "Statements", entries: statements, all: data.ledger },
      { title: "Events", entries: events, all: data.timeline },
      { title: "Articles", entries: articles },
      { title: "Keywords", entries: keywords },
      { title: "About this dossier", entries: pages },
    ];
  }

  /** Part of a long text, from a little before the first word that fits. */
  function around(text, terms) {
    const words = text.split(" ");
    const first = words.findIndex((word) => terms.some((term) => fold(word).includes(` ${term}`)));
    const start = Math.max(0, first - 8);
    return `${start ? "… " : ""}${words.slice(start, start + 32).join(" ")}${start + 32 < words.length ? " …" : ""}`;
  }

  const holds = (entry, term) => entry.text.includes(` ${term}`) || entry.names.some((one) => one.includes(` ${term}`));

  /** How well an entry fits: its name is what was asked, holds it, holds all words; the words stand in it as asked. */
  function rank(entry, asked, terms) {
    let best = entry.text.includes(asked) ? 1 : 0;
    for (const one of entry.names) {
      if (one === `${asked} `) return 5;
      if (one.includes(asked)) best = Math.max(best, one.includes(`${asked} `) ? 4 : 3);
      else if (terms.every((term) => one.includes(` ${term}`))) best = Math.max(best, 2);
    }
    return best;
  }

  /** Number of letters to change, add or leave out, up to a limit. */
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[other.length];
  }

  /** A search of these rows: `find` what fits some words, and what to show `first`, before a word is typed. */
  window.dossierSearch = (data, written) => {
    const kinds = read(data, written);
    const entries_of = (...titles) => kinds.filter((kind) => titles.includes(kind.title)).flatMap((kind) => kind.entries);
    const stands = (term) => kinds.some(({ entries }) => entries.some((entry) => holds(entry, term)));
    let vocabulary;

    /** The word of names, keywords and titles that is written most like one that stands nowhere. */
    function nearest(term) {
      if (term.length < 4) return null;
      const limit = term.length < 8 ? 1 : 2;
      const texts = () => entries_of("Actors", "Keywords", "Articles").flatMap((entry) => entry.names);
      vocabulary ??= [...new Set(texts().flatMap((text) => text.trim().split(" ")))];
      const near = vocabulary.map((word) => [distance(term, word, limit), word]).filter(([far]) => far <= limit);
      return near.sort((a, b) => a[0] - b[0])[0]?.[1] ?? null;
    }

    /** A plural finds its singular too; what stands nowhere is read as the word most like it, or left out. */
    function understand(word) {
      const short = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
      if (stands(short)) return { word, term: short };
      const other = nearest(word);
      return other ? { word: other, term: other, said: `“${word}” stands nowhere; shown: “${other}”.` } : { said: `“${word}” stands nowhere.` };
    }

    function find(text) {
      const asked = fold(text).trim();
      if (!asked) return null;
      const meant = asked.split(" ").map(understand);
      const kept = meant.filter((one) => one.term);
      const terms = [...new Set(kept.map((one) => one.term))];
      const whole = ` ${kept.map((one) => one.word).join(" ")}`;
      const number = (entry) => terms.filter((term) => holds(entry, term)).length;
      const numbered = kinds.map((kind) => ({ ...kind, entries: kind.entries.map((entry, at) => ({ entry, at, number: number(entry) })) }));
      const most = numbered.reduce((best, { entries }) => entries.reduce((high, one) => Math.max(high, one.number), best), 0);
      const groups = numbered.map(({ entries, ...kind }) => ({
        ...kind,
        entries: entries
          .filter((one) => most && one.number === most)
          .map((one) => ({ ...one, rank: rank(one.entry, whole, terms) }))
          .sort((a, b) => b.rank - a.rank || b.entry.weight - a.entry.weight || a.at - b.at)
          .map((one) => one.entry),
      }));
      const said = meant.map((one) => one.said).filter(Boolean);
      if (most < terms.length) said.push(`Nothing holds all these words; shown: what holds ${most} of ${terms.length}.`);
      const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
      if (total) said.push(count(total, "result"));
      return { said: said.join(" "), terms, groups: groups.filter(({ entries }) => entries.length) };
    }

    const heaviest = (title) => entries_of(title).map((entry, at) => [entry, at]).sort((a, b) => b[0].weight - a[0].weight || a[1] - b[1]);
    const named = new Set(entries_of("Actors").flatMap((entry) => entry.names));
    const first = [
      { title: "Most mentioned", entries: heaviest("Actors").slice(0, SHOWN).map(([entry]) => entry) },
      { title: "Keywords of most articles", entries: entries_of("Keywords").filter((one) => !named.has(one.names[0])).slice(0, SHOWN) },
    ];
    return { find, first: first.filter(({ entries }) => entries.length) };
  };
})();
