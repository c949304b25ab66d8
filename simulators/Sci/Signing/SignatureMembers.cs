namespace PairingLab.Sci.Signing;

/// <summary>The members of the headers Signature-Input and Signature: <c>label=value</c>, parted by commas outside quotes and parentheses.</summary>
internal static class SignatureMembers
{
    /// <summary>Takes the first member off a header; false when there is none or it has no label.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<char> header, out ReadOnlySpan<char> label, out ReadOnlySpan<char> value)
    {
        label = value = default;
        var end = EndOfMember(header);
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

    /// <summary>The value of a label; empty when the header has none of that label.</summary>
    public static ReadOnlySpan<char> Find(ReadOnlySpan<char> header, ReadOnlySpan<char> wanted)
    {
        while (TryTake(ref header, out var label, out var value))
        {
            if (label.SequenceEqual(wanted))
            {
                return value;
            }
        }

        return default;
    }

    private static int EndOfMember(ReadOnlySpan<char> header)
    {
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            quoted ^= header[i] == '"';
            if (header[i] == ',' && !quoted)
            {
                return i;
            }
        }

        return header.Length;
    }
}
