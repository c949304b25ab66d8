using System.Globalization;

namespace PairingLab.Sci.Signing;

/// <summary>
/// One member of the header Signature-Input: <c>("@method" "@authority" …);created=1715151961;alg="hmac-sha256";keyid="kid_…"</c>.
/// Nothing is copied: the parts point into the header.
/// </summary>
public readonly ref struct SignatureParameters
{
    private SignatureParameters(
        ReadOnlySpan<char> whole, ReadOnlySpan<char> components, ReadOnlySpan<char> keyId, long created, long? expires)
    {
        Expires = expires;
        Whole = whole;
        Components = components;
        KeyId = keyId;
        Created = created;
    }

    /// <summary>All of it, as it is signed.</summary>
    public ReadOnlySpan<char> Whole { get; }

    /// <summary>What stands in the parentheses.</summary>
    public ReadOnlySpan<char> Components { get; }

    /// <summary>The key id.</summary>
    public ReadOnlySpan<char> KeyId { get; }

    /// <summary>Unix seconds.</summary>
    public long Created { get; }

    /// <summary>Unix seconds; null when it never expires.</summary>
    public long? Expires { get; }

    /// <summary>Reads a member; false when it is none, lacks created or keyid, names another algorithm, or has a parameter twice.</summary>
    public static bool TryRead(ReadOnlySpan<char> member, out SignatureParameters parameters)
    {
        parameters = default;
        var close = SignatureMembers.IndexOutsideQuotes(member, ')');
        if (member.IsEmpty || member[0] != '(' || close == member.Length)
        {
            return false;
        }

        long? created = null;
        long? expires = null;
        ReadOnlySpan<char> keyId = default;
        var rest = member[(close + 1)..];
        while (!rest.IsEmpty)
        {
            if (!TakeParameter(ref rest, out var name, out var value))
            {
                return false;
            }

            switch (name)
            {
                case "created" when created is null
                    && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds):
                    created = seconds;
                    break;
                case "expires" when expires is null
                    && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var until):
                    expires = until;
                    break;
                case "keyid" when keyId.IsEmpty && IsQuoted(value):
                    keyId = Unescaped(value[1..^1]);
                    break;
                case "alg" when value is "\"hmac-sha256\"":
                    break;
                case "created" or "expires" or "keyid" or "alg":
                    return false;
                default:
                    break;
            }
        }

        parameters = new(member, member[1..close], keyId, created ?? 0, expires);
        return created is not null && !keyId.IsEmpty;
    }

    private static bool TakeParameter(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        if (rest[0] != ';')
        {
            return false;
        }

        rest = rest[1..].TrimStart();
        var end = rest.IndexOfAny('=', ';');
        name = (end < 0 ? rest : rest[..end]).Trim();
        if (end < 0 || rest[end] == ';')
        {
            // A parameter without a value is true (RFC 8941, section 3.1.2).
            rest = end < 0 ? default : rest[end..];
            return !name.IsEmpty;
        }

        rest = rest[(end + 1)..];
        end = rest is ['"', ..] ? SignatureMembers.EndOfQuoted(rest) : rest.IndexOf(';');
        if (end < 0 && rest is ['"', ..])
        {
            return false;
        }

        value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..].TrimStart();
        return !name.IsEmpty;
    }

    private static bool IsQuoted(ReadOnlySpan<char> value) => value is ['"', _, .., '"'];

    private static ReadOnlySpan<char> Unescaped(ReadOnlySpan<char> text) => !text.Contains('\\')
        ? text
        : text.ToString().Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
