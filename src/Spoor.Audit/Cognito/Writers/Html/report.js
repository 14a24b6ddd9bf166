'use strict';
// Draws the charts out of the page's data, and filters tables. Texts out of logs only ever become text: nothing here writes HTML.
(function () {
  const data = JSON.parse(document.getElementById('charts').textContent);
  const drawn = [];

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const of = name => style.getPropertyValue(name).trim();
    return {
      text: of('--text'), soft: of('--soft'), line: of('--line'), card: of('--card'), bad: of('--bad'),
      proved: of('--proved'), chained: of('--chained'), candidate: of('--candidate'),
      low: of('--on-low'), high: of('--on-high'),
      shades: [of('--shade1'), of('--shade2'), of('--shade3'), of('--shade4'), of('--shade5')],
    };
  }

  const last = name => name.slice(name.lastIndexOf('/') + 1);
  const cut = (text, length) => text.length <= length ? text : text.slice(0, length - 1) + '…';

  function shared(c) {
    return {
      animation: false,
      textStyle: { color: c.text, fontFamily: 'inherit' },
      // Drawn as text into the picture, not as HTML.
      tooltip: { renderMode: 'richText', confine: true, backgroundColor: c.card, borderColor: c.line, textStyle: { color: c.text, fontSize: 12 } },
      aria: { enabled: true },
    };
  }

  const axis = (c, more) => Object.assign({
    axisLabel: { color: c.soft, fontSize: 11 }, axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false }, splitLine: { lineStyle: { color: c.line } },
  }, more);

  function calls(c) {
    const bar = (name, values, color) => ({ name, type: 'bar', stack: 'calls', data: values, itemStyle: { color }, barMaxWidth: 26 });
    const some = values => values.some(value => value > 0);
    const series = [bar('proved', data.calls.proved, c.proved)];
    if (some(data.calls.chained)) series.push(bar('behind role chains', data.calls.chained, c.chained));
    if (some(data.calls.candidate)) series.push(bar('candidates', data.calls.candidate, c.candidate));
    if (some(data.calls.errors)) series.push({ name: 'failed', type: 'line', data: data.calls.errors, showSymbol: false, itemStyle: { color: c.bad }, lineStyle: { color: c.bad, width: 1.5 } });
    return Object.assign(shared(c), {
      tooltip: Object.assign(shared(c).tooltip, { trigger: 'axis' }),
      legend: { top: 0, left: 0, textStyle: { color: c.text } },
      grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
      xAxis: axis(c, { type: 'category', data: data.calls.starts, axisLabel: { color: c.soft, fontSize: 11, hideOverlap: true, formatter: start => start.length > 10 ? start.slice(5, 10) + ' ' + start.slice(11, 16) : start } }),
      yAxis: axis(c, { type: 'value', minInterval: 1 }),
      series,
    });
  }

  function heat(c) {
    const most = Math.max(1, ...data.heat.cells.map(cell => cell.calls));
    return Object.assign(shared(c), {
      tooltip: Object.assign(shared(c).tooltip, { formatter: at => data.heat.roles[at.value[1]] + '\n' + data.heat.services[at.value[0]] + ': ' + at.value[3] + ' calls' }),
      grid: { left: 8, right: 8, top: 4, bottom: 46, containLabel: true },
      xAxis: axis(c, { type: 'category', data: data.heat.services, splitArea: { show: false }, axisLabel: { color: c.soft, fontSize: 11, rotate: data.heat.services.length > 8 ? 40 : 0, interval: 0 } }),
      yAxis: axis(c, { type: 'category', data: data.heat.roles, inverse: true, axisLabel: { color: c.text, fontSize: 11, interval: 0, formatter: role => cut(last(role), 34) } }),
      visualMap: { min: 0, max: Math.log10(most + 1), dimension: 2, show: true, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12, inRange: { color: c.shades }, text: [most + ' calls', '1'], textStyle: { color: c.soft } },
      series: [{
        type: 'heatmap', data: data.heat.cells.map(cell => ({
          value: [cell.service, cell.role, Math.log10(cell.calls + 1), cell.calls],
          label: { color: Math.log10(cell.calls + 1) > Math.log10(most + 1) * .6 ? c.high : c.low },
        })),
        label: { show: data.heat.cells.length <= 250, formatter: at => String(at.value[3]), fontSize: 11 },
        itemStyle: { borderColor: c.card, borderWidth: 1 },
      }],
    });
  }

  function sources(c) {
    const bar = (name, key, color) => ({ name, type: 'bar', stack: 'all', data: data.sources.map(source => source[key]), itemStyle: { color }, barMaxWidth: 18 });
    return Object.assign(shared(c), {
      tooltip: Object.assign(shared(c).tooltip, { trigger: 'axis', axisPointer: { type: 'shadow' } }),
      legend: { top: 0, left: 0, textStyle: { color: c.text } },
      grid: { left: 8, right: 24, top: 30, bottom: 4, containLabel: true },
      xAxis: axis(c, { type: 'value', minInterval: 1 }),
      yAxis: axis(c, { type: 'category', inverse: true, data: data.sources.map(source => source.source_ip), axisLabel: { color: c.text, fontSize: 11, formatter: ip => cut(ip, 39) } }),
      series: [bar('calls', 'calls', c.proved), bar('credentials taken', 'issues', c.chained)],
    });
  }

  function chain(c) {
    const id = node => node.depth + ' ' + node.name;
    const nodes = new Map();
    for (const link of data.chain.links) for (const node of [link.from, link.to]) nodes.set(id(node), node);
    const short = node => node.depth < 0 ? cut(node.name, 22) : cut(last(node.name), 40);
    const color = node => node.depth < 0 ? c.shades[4] : node.depth === 0 ? c.proved : c.chained;
    return Object.assign(shared(c), {
      tooltip: Object.assign(shared(c).tooltip, {
        formatter: at => at.dataType === 'edge' ? nodes.get(at.data.source).name + '\n→ ' + nodes.get(at.data.target).name + '\n' + at.data.sessions + ' sessions' : nodes.get(at.name).name,
      }),
      series: [{
        type: 'sankey', left: 4, right: 190, top: 8, bottom: 8, nodeGap: 14, nodeWidth: 14, draggable: false, emphasis: { focus: 'adjacency' },
        label: { color: c.text, fontSize: 11, formatter: at => short(nodes.get(at.name)) },
        lineStyle: { color: 'gradient', opacity: .35 },
        data: [...nodes].map(([name, node]) => ({ name, depth: node.depth + 1, itemStyle: { color: color(node), borderWidth: 0 } })),
        links: data.chain.links.map(link => ({ source: id(link.from), target: id(link.to), value: 1 + Math.log2(link.sessions), sessions: link.sessions })),
      }],
    });
  }

  function draw(name, option) {
    const element = document.getElementById(name);
    if (!element) return;
    const chart = echarts.init(element, null, { renderer: 'svg' });
    chart.setOption(option(colours()));
    drawn.push({ chart, option });
  }

  draw('chart-calls', calls);
  draw('chart-heat', heat);
  draw('chart-sources', sources);
  draw('chart-chain', chain);
  const resize = () => drawn.forEach(each => each.chart.resize());
  const recolour = () => drawn.forEach(each => each.chart.setOption(each.option(colours()), true));
  addEventListener('resize', resize);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  matchMedia('print').addEventListener('change', () => { resize(); recolour(); });

  for (const input of document.querySelectorAll('input[data-filters]')) {
    const rows = [...document.getElementById(input.dataset.filters).tBodies].flatMap(body => [...body.rows]);
    const texts = rows.map(row => row.textContent.toLowerCase());
    const count = document.getElementById(input.dataset.filters + '-count');
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(word => word);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every(word => texts[i].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = words.length ? shown + ' of ' + rows.length + ' rows' : '';
    });
  }
})();
