using System.Text;
using System.Xml;

namespace PairingLab.Reports.JUnit;

/// <summary>Makes text that XML 1.0 takes: control characters (a serial line brings them) become �.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Any(c => c >= '\uD800'))
        {
            return text;
        }

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return valid.ToString();
    }
}
