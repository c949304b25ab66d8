using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Devices;

/// <summary>A device's requests, put into HTTP.</summary>
internal sealed class DeviceNetwork(DeviceHttp http, Func<string> address, string serial, LabClock clock)
{
    public Task<DeviceReply> PairAsync(DeviceCredentials with, string code, CancellationToken cancel) =>
        http.SendAsync(HttpMethod.Post, $"{address()}/pos/pair", new PairRequest(serial, code, with.PublicKey), null, cancel);

    public Task<DeviceReply> CheckAsync(DeviceCredentials with, DeviceState state, CancellationToken cancel) =>
        PostAsync(with, "check_entry", new CheckEntryRequest(state.Text(DeviceFields.Card), state.Text(DeviceFields.Expiry), state.EntryMode), cancel);

    public Task<DeviceReply> ConfirmAsync(DeviceCredentials with, PendingConfirm entry, CancellationToken cancel) =>
        PostAsync(with, "confirm_entry", new ConfirmEntryRequest(entry.AccessId, entry.Adults, entry.Children, entry.Ages), cancel);

    public Task<DeviceReply> ReportAsync(DeviceCredentials with, IReadOnlyList<OfflineEntry> entries, CancellationToken cancel) =>
        PostAsync(with, "offline_reports", new OfflineReportsRequest(entries), cancel);

    public Task<DeviceReply> ListAsync(DeviceCredentials with, string list, string? tag, CancellationToken cancel) =>
        http.SendAsync(new Kernel.Network.DeviceRequest(HttpMethod.Get, $"{address()}/pos/{list}", null, Headers(with, tag)), cancel);

    private List<KeyValuePair<string, string>> Headers(DeviceCredentials with, string? tag) =>
    [
        new("Authorization", $"Bearer {with.Token(serial, clock.GetUtcNow())}"),
        .. tag is null ? [] : new[] { KeyValuePair.Create("If-None-Match", tag) },
    ];

    private Task<DeviceReply> PostAsync(DeviceCredentials with, string what, object body, CancellationToken cancel) =>
        http.SendAsync(HttpMethod.Post, $"{address()}/pos/{what}", body, with.Token(serial, clock.GetUtcNow()), cancel);
}
