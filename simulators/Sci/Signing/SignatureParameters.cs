using System.Globalization;

namespace PairingLab.Sci.Signing;

/// <summary>
/// One member of the header Signature-Input: <c>("@method" "@authority" …);created=1715151961;alg="hmac-sha256";keyid="kid_…"</c>.
/// Nothing is copied: the parts point into the header.
/// </summary>
public readonly ref struct SignatureParameters
{
    private SignatureParameters(ReadOnlySpan<char> whole, ReadOnlySpan<char> components, ReadOnlySpan<char> keyId, long created)
    {
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

    /// <summary>Reads a member; false when it is none, lacks created or keyid, names another algorithm, or has a parameter twice.</summary>
    public static bool TryRead(ReadOnlySpan<char> member, out SignatureParameters parameters)
    {
        parameters = default;
        var close = member.IndexOf(')');
        if (member.IsEmpty || member[0] != '(' || close < 0)
        {
            return false;
        }

        long? created = null;
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
                case "created" when created is null && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds):
                    created = seconds;
                    break;
                case "keyid" when keyId.IsEmpty && IsQuoted(value):
                    keyId = value[1..^1];
                    break;
                case "alg" when value is "\"hmac-sha256\"":
                    break;
                case "created" or "keyid" or "alg":
                    return false;
                default:
                    break;
            }
        }

        parameters = new(member, member[1..close], keyId, created ?? 0);
        return created is not null && !keyId.IsEmpty;
    }

    private static bool TakeParameter(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        var equals = rest.IndexOf('=');
        if (rest[0] != ';' || equals < 0)
        {
            return false;
        }

        name = rest[1..equals].Trim();
        rest = rest[(equals + 1)..];
        var end = rest is ['"', ..] ? rest[1..].IndexOf('"') + 2 : rest.IndexOf(';');
        end = rest is ['"', ..] && end < 2 ? -1 : end < 0 ? rest.Length : end;
        if (end < 0)
        {
            return false;
        }

        value = rest[..end];
        rest = rest[end..];
        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> value) => value is ['"', _, .., '"'];
}
