using System.Text;
using PairingLab.Sci.Signing;

namespace PairingLab.Benchmarks.Sci;

/// <summary>A signed GET as bytes; signed anew every second, as its time is a whole number of seconds.</summary>
internal sealed class SignedRequestBytes(RequestSigner signer, Uri address)
{
    private readonly Lock gate = new();
    private long second;
    private byte[] bytes = [];

    /// <summary>The request, signed now.</summary>
    public byte[] Now()
    {
        var now = TimeProvider.System.GetUtcNow();
        lock (gate)
        {
            if (now.ToUnixTimeSeconds() != second)
            {
                second = now.ToUnixTimeSeconds();
                var headers = string.Concat(signer.Sign("GET", address, [], now).All.Select(h => $"{h.Key}: {h.Value}\r\n"));
                bytes = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");
            }

            return bytes;
        }
    }
}
