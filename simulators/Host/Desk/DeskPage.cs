namespace PairingLab.Host.Desk;

/// <summary>The desk's page: the oldest question, large, with its answers, and how many more wait. It works on a phone.</summary>
internal static class DeskPage
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Operator desk</title>
        <style>
          body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere }
          #text { font-size: 1.4rem; min-height: 3rem }
          .quiet { color: #555; margin: .3rem 0 }
          button { font: inherit; padding: .7rem 1rem; margin: 0 .5rem .5rem 0; min-height: 3rem }
          #choices button, #waiting button { display: block; width: 100%; text-align: left }
          input { font: inherit; width: 100%; padding: .5rem; margin: .5rem 0 1rem; box-sizing: border-box }
        </style>
        <h1>Operator desk</h1>
        <p id="about" class="quiet"></p>
        <ol id="acts"></ol>
        <p id="text" role="status" aria-live="polite">No question yet.</p>
        <form hidden>
          <div id="choices"></div>
          <label for="words" id="asked">What it shows, or why</label>
          <input id="words" autocomplete="off">
          <label id="camera" hidden>The photo <input id="photo" type="file" accept="image/*" capture="environment"></label>
          <button type="button" value="before" hidden></button>
          <button type="button" value="pass">Pass</button>
          <button type="button" value="fail">Fail</button>
          <button type="button" value="not-applicable">Not applicable</button>
          <p id="no" class="quiet"></p>
        </form>
        <p id="said" role="alert"></p>
        <p id="left" class="quiet"></p>
        <ol id="waiting" aria-label="Other questions"></ol>
        <div id="run" role="group" aria-label="The run" hidden>
          <label>Your name <input id="who" autocomplete="name"></label>
          <button value="pause">Pause</button>
          <button value="resume">Resume</button>
          <button value="skip">Skip what runs now</button>
          <button value="abort">Abort</button>
          <ol id="done" class="quiet" aria-label="What was done to the run"></ol>
        </div>
        <p><a id="bench" hidden>The bench page of this scenario</a></p>
        <script>
          const of = id => document.getElementById(id);
          const form = document.forms[0], words = of('words'), before = form.querySelector('[value=before]');
          let shown = 0, picked = 0, current = null, ends = 0;
          const rows = (list, texts) => list.replaceChildren(...texts.map(t => {
            const row = document.createElement('li'); row.textContent = t; return row; }));
          const choice = text => {
            const button = document.createElement('button');
            button.type = 'button'; button.value = 'choice'; button.textContent = text; return button; };
          const other = question => {
            const row = document.createElement('li'), button = choice(`${question.device}: ${question.text}`);
            button.addEventListener('click', () => { picked = question.id; look(); });
            row.append(button); return row; };
          function show(open, all) {
            current = open;
            form.hidden = !open;
            of('bench').hidden = !open?.bench;
            if (open?.bench) of('bench').href = open.bench;
            of('about').textContent = open?.scenario ? `${open.scenario} — ${open.step}` : '';
            rows(of('acts'), open?.acts ?? []);
            of('text').textContent = open ? open.text : 'No question at the moment.';
            const [pass, fail] = { yesno: ['Yes', 'No'], do: ['Done', 'Could not'] }[open?.kind] ?? ['Pass', 'Fail'];
            form.querySelector('[value=pass]').textContent = pass;
            form.querySelector('[value=fail]').textContent = fail;
            of('no').textContent = open ? `${fail} means: ${open.noMeans}.` : '';
            of('waiting').replaceChildren(...all.filter(q => q !== open).map(other));
            ends = open ? Date.now() + open.secondsLeft * 1000 : 0;
            if (open && open.id !== shown) {
              shown = open.id; words.value = '';
              of('choices').replaceChildren(...(open.choices ?? []).map(choice));
              words.inputMode = open.kind === 'number' ? 'decimal' : 'text';
              of('asked').textContent = open.kind === 'number' ? `The number, in ${open.unit}, or why not` : 'What it shows, or why';
              of('camera').hidden = open.kind !== 'photo'; of('photo').value = '';
              before.hidden = !open.before; before.textContent = open.before ? `As before: ${open.before}` : '';
              words.focus();
            }
          }
          async function look() {
            try {
              const all = await (await fetch('/lab/questions')).json();
              show(all.find(q => q.id === picked) ?? all[0], all);
            } catch { form.hidden = true; of('text').textContent = 'The run has ended.'; }
          }
          async function lookAtRun() {
            const run = await fetch('/lab/run').catch(() => null);
            if (!run) return;
            of('run').hidden = !run.ok;
            const done = run.ok ? await run.json() : [];
            rows(of('done'), done.map(d => `${d.what} by ${d.who} at ${new Date(d.when).toLocaleTimeString()}`));
          }
          function count() {
            const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
            of('left').textContent = ends ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left` : '';
          }
          // A phone's photo has ten times the pixels that a report needs.
          async function taken(file) {
            const picture = await createImageBitmap(file), scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
            const canvas = document.createElement('canvas');
            canvas.width = picture.width * scale; canvas.height = picture.height * scale;
            canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
            return canvas.toDataURL('image/jpeg', .8).split(',')[1];
          }
          form.addEventListener('submit', e => e.preventDefault());
          form.addEventListener('click', async e => {
            if (!e.target.value || e.target.tagName !== 'BUTTON') return;
            const chosen = e.target.value === 'before' ? current.before : e.target.value === 'choice' ? e.target.textContent : null;
            const photo = of('photo').files[0] ? await taken(of('photo').files[0]) : undefined;
            const answer = await fetch('/lab/questions/' + shown, { method: 'POST', headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ verdict: chosen ? 'pass' : e.target.value, text: chosen ?? words.value, photo }) });
            of('said').textContent = answer.ok ? '' : (await answer.json()).error.message;
            look();
          });
          document.getElementById('run').addEventListener('click', async e => {
            if (e.target.tagName !== 'BUTTON') return;
            if (e.target.value === 'abort' && !confirm('Abort the run? run-lab --resume last runs the rest later.')) return;
            const who = encodeURIComponent(document.getElementById('who').value);
            const done = await fetch('/lab/run/' + e.target.value + '?who=' + who, { method: 'POST' });
            said.textContent = done.ok ? e.target.textContent + ': done at the next step.' : (await done.json()).error.message;
          });
          look();
          lookAtRun();
          setInterval(look, 700);
          setInterval(lookAtRun, 700);
          setInterval(count, 500);
        </script>
        </html>
        """;
}
