using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PairingLab.Kernel.Web;

/// <summary>The charset of a request's body.</summary>
internal static class RequestCharset
{
    /// <summary>A signed request (RFC 9421) may have its Content-Type under the signature.</summary>
    private const string Signed = "Signature-Input";

    /// <summary>
    /// A parameter may stand in quotes (RFC 9110, section 5.6.6); the framework's JSON reader takes the quotes for a part of the name.
    /// </summary>
    public static void Unquote(HttpRequest request)
    {
        if (request.ContentType is { } text && text.Contains('"', StringComparison.Ordinal) && !request.Headers.ContainsKey(Signed)
            && MediaTypeHeaderValue.TryParse(text, out var type) && HeaderUtilities.IsQuoted(type.Charset))
        {
            type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
            request.ContentType = type.ToString();
        }
    }

    /// <summary>The charset when there is no such one; null when there is, or none is named.</summary>
    public static string? Unknown(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Charset is not { Length: > 0 } charset)
        {
            return null;
        }

        try
        {
            _ = Encoding.GetEncoding(charset.ToString());
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, which is not safe.
            return charset.ToString();
        }
    }
}
