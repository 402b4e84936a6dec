/* Draws the charts of a page.
 * In: elements of class ds-plot with a Plotly figure in data-figure. Out: the charts, in the colours of the page.
 * The library is loaded from beside this file when the first chart comes near, and never on pages without one.
 */
(() => {
  "use strict";

  const NARROW = 520; // pixels; below it names are short
  const LETTER = 6.6; // pixels a character of the legend takes, and in KEY_ROW a line of it
  const KEY_ROW = 20;
  const PICTURE = 760; // pixels, the width of a saved picture
  const own = document.currentScript.src;
  const drawn = new Map();
  let library;

  function load() {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("plotly.min.js", own).href;
      script.onerror = reject;
      script.onload = () => resolve(keepStyles());
      document.head.append(script);
    });
    return library;
  }

  /** Instant navigation empties the head of the page, where the library has put its rules: keep a copy. */
  function keepStyles() {
    const sheets = [...document.styleSheets].filter((sheet) => sheet.ownerNode?.id.startsWith("plotly.js-style"));
    const rules = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const copy = new CSSStyleSheet();
    copy.replaceSync(rules.join("\n"));
    document.adoptedStyleSheets.push(copy);
  }

  /** Colours and fonts as the page has them now, however they are written. */
  function look(node) {
    const probe = node.parentElement.appendChild(document.createElement("span"));
    const colour = (name, otherwise) => {
      probe.style.color = `var(${name}, ${otherwise})`;
      return getComputedStyle(probe).color;
    };
    const found = {
      family: getComputedStyle(node).fontFamily,
      ink: colour("--md-default-fg-color", "#222"),
      soft: colour("--md-default-fg-color--light", "#666"),
      paper: colour("--md-default-bg-color", "#fff"),
      tones: [1, 2, 3, 4].map((number) => colour(`--ds-tone-${number}`, "#456")),
    };
    probe.remove();
    return found;
  }

  /** The figure in these colours, fitted to a width. */
  function dress(figure, { family, ink, soft, paper, tones }, width) {
    const narrow = width < NARROW;
    const { meta, ...plan } = figure.layout;
    const font = { family, color: ink, size: narrow ? 11.5 : 13 };
    const data = figure.data.map((trace) => {
      if (!trace.meta) {
        return { ...trace, textfont: font };
      }
      const tone = tones[trace.meta.tone % tones.length];
      const pattern = { ...trace.marker.pattern, bgcolor: paper, fgcolor: tone, size: 6, solidity: 0.32 };
      const name = narrow ? trace.meta.short : trace.name;
      return { ...trace, name, marker: { color: tone, pattern, line: { color: tone, width: 1 } } };
    });
    const names = data.filter((trace) => trace.meta).map((trace) => trace.name.length * LETTER + 52);
    const columns = Math.max(1, Math.floor(width / Math.max(...names)));
    const key = plan.showlegend ? Math.ceil(names.length / columns) * KEY_ROW + 6 : 0;
    const layout = {
      ...plan,
      width,
      font,
      height: plan.height + key,
      margin: { ...plan.margin, t: plan.margin.t + key },
      paper_bgcolor: paper,
      legend: { ...plan.legend, bgcolor: paper, font },
      yaxis: { ...plan.yaxis, ticktext: narrow ? meta.short : plan.yaxis.ticktext },
      hoverlabel: { align: "left", bgcolor: paper, bordercolor: soft, font: { ...font, size: 12.5 } },
    };
    return { data, layout, config: figure.config };
  }

  /** Follows an address as a link of the page does, so that the site's own navigation takes part. */
  function follow(node, address, { ctrlKey, metaKey, shiftKey }) {
    const link = node.appendChild(document.createElement("a"));
    link.href = address;
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    link.remove();
  }

  /** A click opens the evidence; arrow keys go from bar to bar, and Enter opens. Words hold entities, no tags. */
  function listen(node, figure) {
    const points = figure.data.flatMap((trace, curveNumber) =>
      (trace.customdata ?? []).map((address, pointNumber) => ({
        address,
        point: { curveNumber, pointNumber },
        row: trace.y[pointNumber],
        words: trace.hovertext[pointNumber].replaceAll("<br>", " "),
      })),
    );
    points.sort((one, other) => one.row - other.row);
    const voice = node.parentElement.querySelector(".ds-plot-voice");
    let at = -1;
    node.tabIndex = 0;
    node.on("plotly_click", (hit) => follow(node, hit.points[0].customdata, hit.event));
    node.on("plotly_hover", () => node.classList.add("ds-plot--over"));
    node.on("plotly_unhover", () => node.classList.remove("ds-plot--over"));
    node.addEventListener("blur", () => window.Plotly.Fx.unhover(node));
    node.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step) {
        at = Math.min(points.length - 1, Math.max(0, at + step));
        window.Plotly.Fx.hover(node, [points[at].point]);
        voice.textContent = new DOMParser().parseFromString(points[at].words, "text/html").body.textContent;
        event.preventDefault();
      } else if (event.key === "Enter" && at >= 0) {
        follow(node, points[at].address, event);
      }
    });
  }

  /** Saves the chart under its title; Plotly reads labels as markup, so the title's signs become entities. */
  function save(node, figure, format) {
    const { data, layout, config } = dress(figure, look(node), PICTURE);
    const title = node.parentElement.querySelector(".ds-figure-title").textContent.trim();
    const text = title.replace(/[&<>$%]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    layout.title = { text, x: 0, xanchor: "left", y: 1, yanchor: "top", yref: "container", pad: { t: 10, l: 10 } };
    layout.legend.y = 1 - 36 / (layout.height + 36);
    layout.height += 36;
    layout.margin.t += 36;
    layout.margin.l += 10;
    const size = { width: PICTURE, height: layout.height, scale: 2 };
    window.Plotly.downloadImage({ data, layout, config }, { ...size, format, filename: node.dataset.name });
  }

  async function fit(node, state) {
    state.width = Math.floor(node.clientWidth);
    const { data, layout, config } = dress(state.figure, look(node), state.width);
    await window.Plotly.react(node, data, layout, config);
  }

  async function draw(node) {
    const tools = node.parentElement.querySelector(".ds-figure-tools");
    try {
      await load();
      if (!node.isConnected || drawn.has(node)) {
        return;
      }
      const state = { figure: JSON.parse(node.dataset.figure) };
      drawn.set(node, state);
      node.replaceChildren(); // the sketch that held its place
      node.setAttribute("role", "img");
      await fit(node, state);
      listen(node, state.figure);
      tools.querySelectorAll("button").forEach((button) => {
        button.onclick = () => save(node, state.figure, button.dataset.format);
      });
      tools.hidden = false;
      sizes.observe(node);
    } catch {
      drawn.delete(node);
      tools.textContent = "The chart could not be drawn. The table below holds the same.";
      tools.hidden = false;
      node.parentElement.querySelector("details").open = true;
      node.remove();
    }
  }

  const near = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      near.unobserve(target);
      draw(target);
    }
  }, { rootMargin: "400px" });

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const state = drawn.get(target);
      if (state && target.clientWidth && Math.floor(target.clientWidth) !== state.width) {
        fit(target, state);
      }
    }
  });

  /** Finds the charts of the page as it is now, and lets go of those of the page before. */
  function scan() {
    for (const node of [...drawn.keys()].filter((one) => !one.isConnected)) {
      sizes.unobserve(node);
      window.Plotly.purge(node);
      drawn.delete(node);
    }
    document.querySelectorAll(".ds-plot:not(.js-plotly-plot)").forEach((node) => near.observe(node));
  }

  const palette = new MutationObserver(() => drawn.forEach((state, node) => fit(node, state)));
  palette.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  scan();
  window.document$?.subscribe(scan);
})();
