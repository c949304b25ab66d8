namespace PairingLab.Host.Desk;

/// <summary>The desk's page: the oldest question, large, with its answers.</summary>
internal static class DeskPage
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Operator desk</title>
        <style>
          body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
          #text { font-size: 1.5rem; min-height: 4rem }
          button { font: inherit; padding: .5rem 1rem; margin-right: .5rem }
          input { font: inherit; width: 100%; padding: .4rem; margin: .5rem 0 1rem; box-sizing: border-box }
        </style>
        <h1>Operator desk</h1>
        <p id="text" role="status" aria-live="polite">No question yet.</p>
        <form hidden>
          <label for="words">What it shows, or why</label>
          <input id="words" autocomplete="off">
          <button type="button" value="pass">Pass</button>
          <button type="button" value="fail">Fail</button>
          <button type="button" value="not-applicable">Not applicable</button>
        </form>
        <p id="said"></p>
        <p><a id="bench" hidden>The bench page of this scenario</a></p>
        <script>
          const text = document.getElementById('text'), form = document.forms[0], words = document.getElementById('words'), said = document.getElementById('said'), bench = document.getElementById('bench');
          let shown = 0;
          async function look() {
            try {
              const open = (await (await fetch('/lab/questions')).json())[0];
              form.hidden = !open;
              bench.hidden = !open?.bench;
              if (open?.bench) bench.href = open.bench;
              text.textContent = open ? open.text : 'No question at the moment.';
              if (open && open.id !== shown) { shown = open.id; words.value = ''; words.focus(); }
            } catch { form.hidden = true; text.textContent = 'The run has ended.'; }
          }
          form.addEventListener('submit', e => e.preventDefault());
          form.addEventListener('click', async e => {
            if (!e.target.value || e.target.tagName !== 'BUTTON') return;
            const answer = await fetch('/lab/questions/' + shown, { method: 'POST', headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ verdict: e.target.value, text: words.value }) });
            said.textContent = answer.ok ? '' : (await answer.json()).error.message;
            look();
          });
          look();
          setInterval(look, 700);
        </script>
        </html>
        """;
}
