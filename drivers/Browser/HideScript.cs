namespace PairingLab.Drivers.Browser;

/// <summary>The script that hides secrets on a page before a picture of it is kept. The page is of no use afterwards.</summary>
internal static class HideScript
{
    /// <summary>
    /// Puts three dots in the place of each of the given values, in texts and in fields; a short one only where it stands alone.
    /// </summary>
    public const string Hide =
        """
        secrets => {
          const escaped = value => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
          const pattern = value => value.length > 4 ? escaped(value) : `(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`;
          const longestFirst = [...secrets].filter(s => s.trim()).sort((a, b) => b.length - a.length);
          if (longestFirst.length === 0) { return; }
          const any = new RegExp(longestFirst.map(pattern).join('|'), 'gu');
          const hide = text => text.replace(any, '•••');
          const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) { texts.currentNode.data = hide(texts.currentNode.data); }
          for (const field of document.querySelectorAll('input, textarea')) { field.value = hide(field.value); }
        }
        """;
}
