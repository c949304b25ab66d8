namespace PairingLab.Sci.Signing;

/// <summary>
/// The members of the headers Signature-Input and Signature: <c>label=value</c>, parted by commas outside quotes.
/// </summary>
internal static class SignatureMembers
{
    /// <summary>Takes the first member off a header; false when there is none or it has no label.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<char> header, out ReadOnlySpan<char> label, out ReadOnlySpan<char> value)
    {
        label = value = default;
        var end = IndexOutsideQuotes(header, ',');
        var member = header[..end].Trim();
        header = end < header.Length ? header[(end + 1)..] : default;
        var equals = member.IndexOf('=');
        if (equals <= 0)
        {
            return false;
        }

        label = member[..equals];
        value = member[(equals + 1)..];
        return true;
    }

    /// <summary>
    /// The value of a label; empty when the header has none of that label. Of several members with one label the last one counts
    /// (RFC 8941, section 3.2).
    /// </summary>
    public static ReadOnlySpan<char> Find(ReadOnlySpan<char> header, ReadOnlySpan<char> wanted)
    {
        ReadOnlySpan<char> found = default;
        while (TryTake(ref header, out var label, out var value))
        {
            if (label.SequenceEqual(wanted))
            {
                found = value;
            }
        }

        return found;
    }

    /// <summary>Where a quoted string ends, behind its closing quote; -1 when it never does. A backslash escapes what follows.</summary>
    public static int EndOfQuoted(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i + 1;
            }

            if (text[i] == '\\')
            {
                i++;
            }
        }

        return -1;
    }

    /// <summary>The first place of a character outside quotes; the text's length when there is none, or a quote is not closed.</summary>
    public static int IndexOutsideQuotes(ReadOnlySpan<char> text, char wanted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == wanted)
            {
                return i;
            }

            if (text[i] == '"')
            {
                if (EndOfQuoted(text[i..]) is var end and > 0)
                {
                    i += end - 1;
                }
                else
                {
                    break;
                }
            }
        }

        return text.Length;
    }
}
