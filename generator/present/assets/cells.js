/* Cells of tables as text: for ordering, for filters, and as a file.
 * In: a table as it is shown. Out: the words of a cell without its card, figures as numbers, and the rows and columns that
 * are shown as CSV, written as the data files are.
 */
(() => {
  "use strict";

  const { all } = window.dossierTools;
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

  /** The words of a cell, without its card and what is for screen readers alone. */
  function cell_words(cell) {
    const copy = cell.cloneNode(true);
    all("ds-chip, .ds-hidden", copy).forEach((node) => node.remove());
    all(".ds-name ~ .ds-name", copy).forEach((node) => node.before("; "));
    all(".ds-under, li, p, br, summary", copy).forEach((node) => node.before(" "));
    const text = copy.textContent.replace(/\s+/g, " ").replaceAll(" ; ", "; ").trim();
    return text || (cell.querySelector(":scope > ds-chip > .ds-count")?.textContent ?? ""); // the count is the cell
  }

  const value = (row, at) => row.cells[at]?.dataset.sort ?? cell_words(row.cells[at] ?? row);
  const figure = (text) => (/^[+-]?[\d,.\s]*\d%?$/.test(text) ? Number(text.replace(/[,\s%]/g, "")) : NaN);

  /** A file of these lines, as the data files write theirs. */
  function save_lines(lines, name) {
    const safe = (one) => `"${(FORMULA.test(one) && Number.isNaN(figure(one)) ? `'${one}` : one).replaceAll('"', '""')}"`;
    const text = lines.map((line) => line.map(safe).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  /** The rows and columns of a table that are shown, in their order. */
  function save_csv(table, name, numbers) {
    const heads = [...table.tHead.rows[0].cells];
    const at = heads.map((_, number) => number).filter((number) => !heads[number].hidden);
    const text = (cell, number) => (numbers[number] ? cell_words(cell).replace(/[,\s]/g, "") : cell_words(cell));
    const held = all("tbody tr:not(.ds-rowhead)", table).filter((row) => !row.hidden && !row.parentElement.hidden);
    const lines = [heads, ...held.map((row) => [...row.cells])].map((cells, head) =>
      at.map((number) => (head ? text(cells[number], number) : cell_words(cells[number]))),
    );
    save_lines(lines, name);
  }

  Object.assign(window.dossierTools, { cell_words, value, figure, save_csv, save_lines });
})();
