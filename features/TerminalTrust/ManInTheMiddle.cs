using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>
/// A man in the middle: he ends the terminal's TLS with a certificate of his own, and passes on what it says to whom it was
/// meant for, over TLS with that certificate. He has no other one: the terminal's key never leaves the terminal.
/// </summary>
public sealed class ManInTheMiddle : IAsyncDisposable
{
    private readonly X509Certificate2 certificate = TestCertificate.New("man in the middle");
    private readonly HttpClient http;
    private StrangeServer? server;

    private ManInTheMiddle() => http = TestCertificate.Client(certificate);

    /// <summary>Where he listens, "host:port".</summary>
    public string Place => server!.Place;

    /// <summary>The code of his certificate.</summary>
    public string Code => TestCertificate.CodeOf(certificate);

    /// <summary>The fingerprint of the master that he pretends to be; null when he passes on what he reads.</summary>
    public string? Pretends { get; set; }

    /// <summary>How many requests meant for master he has read.</summary>
    public int MasterRequests { get; private set; }

    /// <summary>What gate said last, through him.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>Takes his place.</summary>
    public static async Task<ManInTheMiddle> StartAsync()
    {
        var man = new ManInTheMiddle();
        man.server = await StrangeServer.StartAsync(man.certificate, man.AnswerAsync);
        return man;
    }

    /// <summary>Says hello for himself; the reason for which gate rejects him, null when it does not.</summary>
    public async Task<int?> HelloAsync(string gate, string serial)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"{gate}/terminal/hello"), new { serial, firmware = "20230801" });
        return ReasonIn(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Asks master for himself; status and reason.</summary>
    public async Task<(int Status, int? Reason)> StatusAsync(string master)
    {
        using var answer = await http.GetAsync(new Uri($"{master}/terminal/status"));
        return ((int)answer.StatusCode, ReasonIn(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        http.Dispose();
        certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext from)
    {
        if (Pretends is not { } fingerprint)
        {
            await PassOnAsync(from);
            return;
        }

        // He knows the address and the fingerprint of master, as anybody may; what he lacks is its key.
        MasterRequests += from.Request.Path == "/terminal/status" ? 1 : 0;
        await from.Response.WriteAsJsonAsync(
            new { state = "PAIRED", master = $"https://{Place}", masterFingerprint = fingerprint },
            from.RequestAborted);
    }

    private async Task PassOnAsync(HttpContext from)
    {
        using var request = new HttpRequestMessage(new(from.Request.Method), $"https://{from.Request.Host}{from.Request.Path}");
        if (from.Request.HasJsonContentType())
        {
            request.Content = new StreamContent(from.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", from.Request.ContentType);
        }

        using var answer = await http.SendAsync(request, from.RequestAborted);
        LastAnswer = await answer.Content.ReadAsStringAsync(from.RequestAborted);
        from.Response.StatusCode = (int)answer.StatusCode;
        from.Response.ContentType = "application/json";
        await from.Response.WriteAsync(LastAnswer, from.RequestAborted);
    }

    private static int? ReasonIn(JsonElement answer) => answer.TryGetProperty("reason", out var reason) ? reason.GetInt32() : null;
}
