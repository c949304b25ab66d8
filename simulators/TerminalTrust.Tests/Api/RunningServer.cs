using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>A server on loopback with real TLS, and clients that play terminals.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private RunningServer(SteppedClock clock, ILabStore store, ServerRuntime power) => (Clock, Store, Power) = (clock, store, power);

    public SteppedClock Clock { get; }

    public ILabStore Store { get; }

    public ServerRuntime Power { get; private set; }

    public TrustServer Server => Power.Server;

    public string Gate => Power.Addresses.Gate;

    public string Master => Power.Addresses.Master;

    public static async Task<RunningServer> StartAsync()
    {
        var (clock, store) = (new SteppedClock(), new MemoryStore());
        return new(clock, store, await OnAsync(store, clock));
    }

    public async Task RestartAsync()
    {
        await Power.DisposeAsync();
        Power = await OnAsync(Store, Clock);
    }

    /// <summary>Signs the operator in, with both factors.</summary>
    public void SignIn()
    {
        Server.Do(new GivePassword("operator", Right: true, HasTwoFactor: true));
        Server.Do(new GiveCode(Server.State.LastCodes.GetValueOrDefault("operator") + 1));
    }

    public void Create(string serial)
    {
        SignIn();
        Server.Do(new CreateTerminal(serial)).Refusal.ShouldBeNull();
    }

    public void Approve(string serial, string code)
    {
        SignIn();
        Server.Do(new ApproveRequests([new(serial, code)])).Refusal.ShouldBeNull();
    }

    public static HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        return new(handler) { Timeout = TimeSpan.FromSeconds(20) };
    }

    public static SslClientAuthenticationOptions TlsOf(X509Certificate2 certificate) =>
        new() { TargetHost = "localhost", ClientCertificates = [certificate] };

    /// <summary>Says hello; the answer without spaces.</summary>
    public async Task<JsonElement> HelloAsync(HttpClient http, string serial, string firmware = "20230801") =>
        await (await http.PostAsJsonAsync($"{Gate}/terminal/hello", new { serial, firmware })).Content.ReadFromJsonAsync<JsonElement>();

    public async Task<string> StatusAsync(HttpClient http)
    {
        var answer = await http.GetAsync($"{Master}/terminal/status");
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    public ValueTask DisposeAsync() => Power.DisposeAsync();

    private static Task<ServerRuntime> OnAsync(ILabStore store, SteppedClock clock) =>
        ServerRuntime.OnAsync(new("cas-1", new(), store, clock, new TrustSecrets(1)), store, "cas-1");
}
