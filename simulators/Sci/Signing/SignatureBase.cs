using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Sci.Signing;

/// <summary>
/// The text that is signed: a line a component, then the parameters (RFC 9421, section 2.5), and its HMAC-SHA-256. The key is
/// part A followed by part B as text, not hex-decoded.
/// </summary>
public static class SignatureBase
{
    private const int RoomOnStack = 1024;
    private const int LongestSecret = 256;

    /// <summary>
    /// Writes the HMAC of a request. False when the components are no such list: one is unknown, comes twice, or is missing
    /// from the request, or what must be signed is not among them (method, authority, target, and the digest when the request has a body).
    /// What nearly every client signs is written without an allocation; further components take the longer way.
    /// </summary>
    public static bool TrySign(
        in SignedRequest request,
        ReadOnlySpan<char> components,
        ReadOnlySpan<char> parameters,
        bool digestDemanded,
        string partA,
        string partB,
        Span<byte> hmac)
    {
        var room = parameters.Length + request.Authority.Length + request.Target.Length + request.Method.Length + (
            request.Digest?.Length ?? 0) + 128;
        var rented = room > RoomOnStack ? ArrayPool<char>.Shared.Rent(room) : null;
        Span<char> text = rented ?? stackalloc char[RoomOnStack];
        try
        {
            return TryWrite(request, components, parameters, digestDemanded, text, out var length)
                ? TryHash(text[..length], partA, partB, hmac)
                : CoveredComponents.Text(request, components, parameters, digestDemanded) is { } longer
                    && TryHash(longer, partA, partB, hmac);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }

    private static bool TryWrite(
        in SignedRequest request, ReadOnlySpan<char> components, ReadOnlySpan<char> parameters, bool digestDemanded, Span<char> text,
        out int length)
    {
        length = 0;
        var seen = SignedParts.None;
        foreach (var range in components.Split(' '))
        {
            var component = components[range];
            if (component.IsEmpty)
            {
                continue;
            }

            var (part, value) = component switch
            {
                "\"@method\"" => (SignedParts.Method, request.Method),
                "\"@authority\"" => (SignedParts.Authority, request.Authority),
                "\"@request-target\"" => (SignedParts.Target, request.Target),
                "\"content-digest\"" => (SignedParts.Digest, request.Digest),
                _ => (SignedParts.None, null),
            };
            if (value is null || (seen & part) != SignedParts.None)
            {
                return false;
            }

            seen |= part;
            Append(component, text, ref length);
            Append(": ", text, ref length);
            Append(value, text, ref length);
            Append("\n", text, ref length);
        }

        Append("\"@signature-params\": ", text, ref length);
        Append(parameters, text, ref length);
        var demanded = digestDemanded ? SignedParts.All : SignedParts.All & ~SignedParts.Digest;
        return (seen & demanded) == demanded;
    }

    private static void Append(ReadOnlySpan<char> part, Span<char> text, ref int length)
    {
        part.CopyTo(text[length..]);
        length += part.Length;
    }

    private static bool TryHash(ReadOnlySpan<char> text, string partA, string partB, Span<byte> hmac)
    {
        Span<byte> key = stackalloc byte[LongestSecret];
        if (!Encoding.UTF8.TryGetBytes(partA, key, out var a) || !Encoding.UTF8.TryGetBytes(partB, key[a..], out var b))
        {
            return false;
        }

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = ArrayPool<byte>.Shared.Rent(size);
        var written = Encoding.UTF8.GetBytes(text, rented);
        HMACSHA256.HashData(key[..(a + b)], rented.AsSpan(0, written), hmac);
        ArrayPool<byte>.Shared.Return(rented);
        return true;
    }
}

/// <summary>What of a request can be signed.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Authority">The host it is addressed to, with its port if it has one.</param>
/// <param name="Target">Path and query, as on the request line.</param>
/// <param name="Digest">The header Content-Digest; null without one.</param>
/// <param name="Scheme">http or https.</param>
/// <param name="Headers">All headers; null when none can be covered but the digest.</param>
public readonly record struct SignedRequest(
    string Method, string Authority, string Target, string? Digest, string Scheme = "http", IHeaderDictionary? Headers = null);

/// <summary>The components that a signature must cover.</summary>
[Flags]
internal enum SignedParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>@method.</summary>
    Method = 1,

    /// <summary>@authority.</summary>
    Authority = 2,

    /// <summary>@request-target.</summary>
    Target = 4,

    /// <summary>content-digest.</summary>
    Digest = 8,

    /// <summary>All of them.</summary>
    All = Method | Authority | Target | Digest,
}
