using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>A server whose gate says PAIRED and whose master says "not paired", as one that is half restored from a backup might.</summary>
public sealed class ContradictingServer : IAsyncDisposable
{
    private readonly X509Certificate2 certificate = TestCertificate.New("contradicting");
    private StrangeServer? server;
    private int asked;

    private ContradictingServer()
    {
    }

    /// <summary>Where it listens, "host:port".</summary>
    public string Place => server!.Place;

    /// <summary>How many requests it has had.</summary>
    public int Asked => asked;

    /// <summary>Starts one.</summary>
    public static async Task<ContradictingServer> StartAsync()
    {
        var contradicting = new ContradictingServer();
        contradicting.server = await StrangeServer.StartAsync(contradicting.certificate, contradicting.AnswerAsync);
        return contradicting;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        certificate.Dispose();
    }

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref asked);
        if (http.Request.Path == "/terminal/status")
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsJsonAsync(new { reason = 2 }, http.RequestAborted);
        }

        return http.Response.WriteAsJsonAsync(
            new
            {
                state = "PAIRED",
                master = $"https://{Place}",
                masterFingerprint = TestCertificate.CodeOf(certificate),
                vpn = (object?)null,
            },
            http.RequestAborted);
    }
}
