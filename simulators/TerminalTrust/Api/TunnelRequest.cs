using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace PairingLab.TerminalTrust.Api;

/// <summary>A request to the VPN's entrance.</summary>
/// <param name="Method">The HTTP method; only CONNECT is served.</param>
/// <param name="Port">The port to be reached; 0 when the request names none.</param>
/// <param name="User">The user of the credentials; empty without credentials.</param>
/// <param name="Key">The key; empty without credentials.</param>
internal sealed record TunnelRequest(string Method, int Port, string User, string Key)
{
    private const int LongestHead = 8192;

    /// <summary>Reads a request; null when the input is not an HTTP request.</summary>
    public static async Task<TunnelRequest?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < LongestHead && !EndsHead(head))
        {
            // Byte by byte: the bytes after the head belong to the tunnel.
            if (await stream.ReadAsync(one, cancel) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        return EndsHead(head) ? Parse(head.ToString().Split("\r\n")) : null;
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';

    private static TunnelRequest? Parse(string[] lines)
    {
        var first = lines[0].Split(' ');
        if (first.Length != 3)
        {
            return null;
        }

        var port = first[1][(first[1].LastIndexOf(':') + 1)..];
        var (user, key) = Credentials(lines);
        return new(first[0], int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, user, key);
    }

    private static (string User, string Key) Credentials(string[] lines)
    {
        const string Name = "Proxy-Authorization:";
        var line = lines.FirstOrDefault(l => l.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        if (line is null || !AuthenticationHeaderValue.TryParse(line[Name.Length..], out var given)
            || given.Scheme != "Basic" || given.Parameter is not { } text)
        {
            return ("", "");
        }

        var bytes = new byte[text.Length];
        var parts = Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) : [];
        return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
    }
}
