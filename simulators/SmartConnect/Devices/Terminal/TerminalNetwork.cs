using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Api;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device asks of SmartConnect, put into HTTP.</summary>
internal sealed class TerminalNetwork(Cable cable, WireTap tap, Func<string?> server) : IDisposable
{
    private readonly DeviceHttp http = new(cable, tap, new());

    public Task<DeviceReply> SignOnAsync(TerminalState s, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, s, "/SignOn", new SignOnRequest(s.Serial), cancel);

    public Task<DeviceReply> LookAsync(TerminalState s, CancellationToken cancel) =>
        SendAsync(HttpMethod.Get, s, s.Known is { } known ? FormattableString.Invariant($"?after={known.Version}") : "", null, cancel);

    public Task<DeviceReply> CodeAsync(TerminalState s, CancellationToken cancel) => SendAsync(HttpMethod.Post, s, "/PairingCode", null, cancel);

    public Task<DeviceReply> HideCodeAsync(TerminalState s, CancellationToken cancel) => SendAsync(HttpMethod.Delete, s, "/PairingCode", null, cancel);

    public Task<DeviceReply> UnpairAsync(TerminalState s, CancellationToken cancel) => SendAsync(
        HttpMethod.Delete, s, s.Unpairing == TerminalState.All ? "/Registers?all=true" : $"/Registers?register={Uri.EscapeDataString(s.Unpairing!)}", null, cancel);

    public Task<DeviceReply> NextAsync(TerminalState s, CancellationToken cancel) => SendAsync(HttpMethod.Post, s, "/Payments/Next", null, cancel);

    public Task<DeviceReply> OutcomeAsync(TerminalState s, CancellationToken cancel) => SendAsync(
        HttpMethod.Post, s, $"/Payments/{s.Outcome!.Payment}/Outcome", new OutcomeRequest(s.Outcome.Outcome.ToString().ToLowerInvariant(), s.Outcome.Card), cancel);

    public void Dispose() => http.Dispose();

    private async Task<DeviceReply> SendAsync(HttpMethod method, TerminalState s, string path, object? body, CancellationToken cancel) =>
        server() is { } address
            ? await http.SendAsync(method, $"{address}/Device/{Uri.EscapeDataString(s.InternalId)}{path}", body, s.Session, cancel).ConfigureAwait(false)
            : new(0, "");
}
