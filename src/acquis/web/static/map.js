// A map that can be enlarged: buttons, keys, ctrl and wheel, two fingers; d3-zoom does the counting.
"use strict";
(() => {
  const MOST = 16;
  const STEP = 1.6;
  const PAN = 60;
  const MOVES = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  let last = d3.zoomIdentity;

  // A wheel alone scrolls the page, and so does one finger until the map is enlarged.
  const meant = (event) => {
    if (event.type === "wheel") return event.ctrlKey;
    if (event.touches) return event.touches.length > 1 || last.k > 1;
    return !event.button && !event.ctrlKey && last.k > 1;
  };

  const prepare = (map) => {
    if (map.dataset.ready) return;
    map.dataset.ready = "yes";
    const pane = map.querySelector(".pane");
    const ground = map.querySelector(".ground");
    const { width, height } = map.querySelector("svg").viewBox.baseVal;
    const patterns = [...map.querySelectorAll("pattern")].map((one) => [one, one.getAttribute("patternTransform") ?? ""]);
    const dots = [...map.querySelectorAll("circle.land")].map((one) => [one, Number(one.getAttribute("r"))]);
    const [larger, smaller, whole] = map.querySelectorAll("button");

    const draw = ({ transform }) => {
      last = transform;
      ground.setAttribute("transform", transform.toString());
      for (const [one, turned] of patterns) one.setAttribute("patternTransform", `${turned} scale(${1 / transform.k})`);
      for (const [one, radius] of dots) one.setAttribute("r", radius / Math.sqrt(transform.k));
      map.classList.toggle("enlarged", transform.k > 1);
      larger.setAttribute("aria-disabled", String(transform.k >= MOST));
      for (const one of [smaller, whole]) one.setAttribute("aria-disabled", String(transform.k <= 1));
    };
    const svg = d3.select(map.querySelector("svg"));
    const zoom = d3.zoom().scaleExtent([1, MOST]).extent([[0, 0], [width, height]])
      .translateExtent([[0, 0], [width, height]]).filter(meant).on("zoom", draw);
    // One notch of a wheel is a step, a finger's breadth on a pad a little.
    zoom.wheelDelta((event) => Math.max(-0.7, Math.min(0.7, -event.deltaY * 0.02)));
    svg.call(zoom).on("dblclick.zoom", null);

    const enlarge = (by) => svg.call(zoom.scaleBy, by);
    const all = () => svg.call(zoom.transform, d3.zoomIdentity);
    larger.addEventListener("click", () => enlarge(STEP));
    smaller.addEventListener("click", () => enlarge(1 / STEP));
    whole.addEventListener("click", all);
    const keys = { "+": () => enlarge(STEP), "=": () => enlarge(STEP), "-": () => enlarge(1 / STEP), 0: all };
    pane.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = last.k > 1 && MOVES[event.key];
      if (move) svg.call(zoom.translateBy, (move[0] * PAN) / last.k, (move[1] * PAN) / last.k);
      else if (keys[event.key]) keys[event.key]();
      else return;
      event.preventDefault();
    });

    pane.tabIndex = 0;
    pane.setAttribute("role", "group");
    pane.setAttribute("aria-label", pane.dataset.label);
    svg.call(zoom.transform, last);
  };

  const show = () => document.querySelectorAll(".map").forEach(prepare);
  document.addEventListener("htmx:afterSwap", show);
  show();
})();
