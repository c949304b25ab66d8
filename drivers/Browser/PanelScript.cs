namespace PairingLab.Drivers.Browser;

/// <summary>The script that reads a page's panel in one round trip; README.md has the contract it keeps.</summary>
internal static class PanelScript
{
    /// <summary>Gives the panel as JSON text: Playwright takes two empty lists of objects for one and the same.</summary>
    public const string Read =
        """
        () => {
          const tidy = text => (text || '').replace(/\s+/g, ' ').trim();
          const said = element => tidy(element.innerText);
          const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');
          const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(seen);
          const dialogs = all('dialog[open], [role=dialog], [role=alertdialog]');
          const dialog = dialogs.filter(d => d.matches(':modal') || d.ariaModal === 'true').at(-1);
          const offered = element => !element.closest('[inert]') && (!dialog || dialog.contains(element));

          const byIds = ids => tidy((ids || '').split(/\s+/).map(id => document.getElementById(id)?.innerText || '').join(' '));
          const named = element => byIds(element.getAttribute('aria-labelledby')) || tidy(element.ariaLabel);
          const button = element => ({
            name: named(element) || (element.tagName === 'INPUT' ? tidy(element.value || element.alt) : said(element))
              || tidy(element.title),
            enabled: !element.matches(':disabled') && element.ariaDisabled !== 'true'
          });
          const shown = element => element.type === 'password' ? '•'.repeat(element.value.length)
            : element.tagName === 'SELECT' ? tidy(element.selectedOptions[0]?.text)
            : element.value ?? said(element);
          const field = element => ({
            name: named(element) || tidy([...element.labels || []].map(said).join(' ')) || tidy(element.placeholder || element.title),
            value: shown(element),
            enabled: !element.matches(':disabled, [readonly]') && element.ariaDisabled !== 'true' && element.ariaReadOnly !== 'true'
          });

          const texts = 'p, output, li, [role=paragraph], [role=status], [role=alert], [role=listitem]';
          const buttons = 'button:not([role]), input[type=button], input[type=submit], input[type=reset], input[type=image], [role=button]';
          const untyped = ['hidden', 'checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'file', 'range', 'color'];
          const fields = 'input' + untyped.map(t => `:not([type=${t}])`).join('') + ', textarea, select, [role=textbox], [role=combobox]';
          const headings = 'h1, h2, h3, h4, h5, h6, [role=heading]';
          const title = 'h1:not([role]), [role=heading][aria-level="1"]';
          const outermost = all(texts).filter(e => !e.parentElement.closest(texts));

          return JSON.stringify({
            title: said(all(title).find(e => !dialogs.some(d => d.contains(e))) || { innerText: '' }),
            texts: [...dialogs.flatMap(d => all(headings, d).slice(0, 1)), ...outermost].map(said).filter(t => t),
            buttons: all(buttons).filter(offered).map(button).filter(b => b.name),
            fields: all(fields).filter(offered).map(field).filter(f => f.name),
            modal: !!dialog,
          });
        }
        """;

    /// <summary>
    /// Agrees when the lab's page asks whether a button of the lab that loses something is meant; a maker's question is a panel of the
    /// device.
    /// </summary>
    public const string Agree =
        """
        () => new Promise(done => {
          const ask = document.querySelector('dialog#ask[open]');
          if (!ask) return done(false);
          ask.addEventListener('close', () => done(true), { once: true });
          ask.querySelector('button[value=yes]').click();
        })
        """;

    /// <summary>True when the page is there and no press is under way.</summary>
    public const string Settled =
        "() => document.readyState !== 'loading' && !document.querySelector('[aria-busy=true], .htmx-request')";

    /// <summary>Waits for the next change of the page, at most so many milliseconds; whether there was one.</summary>
    public const string Changed =
        """
        milliseconds => new Promise(done => {
          const end = changed => { observer.disconnect(); clearTimeout(timer); done(changed); };
          const observer = new MutationObserver(() => end(true));
          const timer = setTimeout(() => end(false), milliseconds);
          observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        })
        """;
}
