/* 任务总表的筛选。没有脚本时筛选栏不出现，表格照常。文字都在页面里，这里没有。 */
(function () {
  var form = document.querySelector('.filter'), table = document.querySelector('.tt');
  if (!form || !table || !String.prototype.normalize) return;
  var bodies = [].slice.call(table.tBodies).map(function (body) {
    var beside = body.querySelector('.goal[rowspan]');
    return {
      body: body,
      goal: beside,
      head: body.querySelector('.goal-row'),
      rows: [].slice.call(body.querySelectorAll('tr[id]')).map(function (row) {
        return { row: row, text: '', light: row.dataset.k, units: (row.dataset.u || '').split(' '), goal: row.dataset.g };
      })
    };
  });
  /* 全角字母、数字与半角同样看待；一项任务的文字包括它的工作目标。 */
  function plain(text) { return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(); }
  bodies.forEach(function (each) {
    var goal = each.goal || each.head && each.head.querySelector('.goal-name');
    each.rows.forEach(function (one) {
      var own = one.row.cloneNode(true), beside = own.querySelector('.goal');
      if (beside) beside.remove();
      one.text = plain((goal ? goal.textContent : '') + ' ' + own.textContent);
    });
  });
  function lay(each, shown) {
    each.body.hidden = !shown.length;
    each.rows.forEach(function (one) { one.row.hidden = shown.indexOf(one) < 0; });
    if (each.goal && shown.length) {
      each.goal.rowSpan = shown.length;
      shown[0].row.insertBefore(each.goal, shown[0].row.firstChild);
    }
  }
  function whole() {
    bodies.forEach(function (each) { lay(each, each.rows); });
  }
  var said = form.querySelector('.f-n'), composing = false;
  function run() {
    var asked = form.elements, count = 0;
    var light = asked.k.value, unit = asked.u.value, goal = asked.g ? asked.g.value : '', words = plain(asked.q.value);
    var narrowed = !!(light || unit || goal || words);
    table.classList.toggle('narrowed', narrowed);
    bodies.forEach(function (each) {
      var shown = each.rows.filter(function (one) {
        return (!light || one.light === light) && (!unit || one.units.indexOf(unit) >= 0) &&
          (!goal || one.goal === goal) && (!words || one.text.indexOf(words) >= 0);
      });
      lay(each, shown);
      count += shown.length;
    });
    said.textContent = !narrowed ? said.dataset.all : (count ? said.dataset.some : said.dataset.none).replace('#', count);
  }
  form.hidden = false;
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(run, 0); });
  form.addEventListener('change', run);
  /* 输入法正在组字时不筛选。 */
  form.addEventListener('compositionstart', function () { composing = true; });
  form.addEventListener('compositionend', function () { composing = false; run(); });
  form.addEventListener('input', function () { if (!composing) run(); });
  /* 打印的总是全表；从别处退回本页时，浏览器会留着筛选条件。 */
  window.addEventListener('beforeprint', whole);
  window.addEventListener('afterprint', run);
  window.addEventListener('pageshow', run);
}());
