using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Sci.Api;

/// <summary>
/// Reads bodies of sensible length; what is too long is read to its end and thrown away, so that the sender gets an answer and no torn
/// connection.
/// </summary>
internal static class RequestBody
{
    /// <summary>No request of SCI comes near it.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>The body; null when it is too long.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return [];
        }

        var reader = request.BodyReader;
        byte[]? whole = null;
        var tooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            tooLong |= read.Buffer.Length > Longest;
            if (read.IsCompleted && !tooLong)
            {
                whole = read.Buffer.ToArray();
            }

            reader.AdvanceTo(tooLong || read.IsCompleted ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return whole;
            }
        }
    }
}
