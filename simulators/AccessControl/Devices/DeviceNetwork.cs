using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Devices;

/// <summary>A device's requests, put into HTTP.</summary>
internal sealed class DeviceNetwork(DeviceHttp http, Func<string> address, string serial, LabClock clock)
{
    public Task<DeviceReply> PairAsync(DeviceCredentials with, string code, CancellationToken cancel) => SoundReply.OfAsync<StatusResponse>(
        http.SendAsync(HttpMethod.Post, $"{address()}/pos/pair", new PairRequest(serial, code, with.PublicKey), null, cancel), s => s.Status == "PAIRED");

    public Task<DeviceReply> CheckAsync(DeviceCredentials with, DeviceState state, CancellationToken cancel) => SoundReply.OfAsync<CheckEntryResponse>(
        PostAsync(with, "check_entry", new CheckEntryRequest(state.Text(DeviceFields.Card), state.Text(DeviceFields.Expiry), state.EntryMode), cancel),
        c => c is { AccessId: not null, Cardholder: not null });

    public Task<DeviceReply> ConfirmAsync(DeviceCredentials with, PendingConfirm entry, CancellationToken cancel) => SoundReply.OfAsync<StatusResponse>(
        PostAsync(with, "confirm_entry", new ConfirmEntryRequest(entry.AccessId, entry.Adults, entry.Children, entry.Ages), cancel),
        s => s.Status == OperationStatus.Completed);

    public Task<DeviceReply> ReportAsync(DeviceCredentials with, IReadOnlyList<OfflineEntry> entries, CancellationToken cancel) => SoundReply.OfAsync<OfflineReportsResponse>(
        PostAsync(with, "offline_reports", new OfflineReportsRequest(entries), cancel),
        r => r.Entries is not null && r.Entries.All(e => e is { LocalId: not null, Status: "ACCEPTED" or "DUPLICATE" or "REJECTED" }));

    public Task<DeviceReply> RangesAsync(DeviceCredentials with, string? tag, CancellationToken cancel) => SoundReply.OfAsync<BinRangesResponse>(
        ListAsync(with, "fallback_bin_ranges", tag, cancel), l => l.Ranges is not null && l.Ranges.All(r => r is { IsSound: true }));

    public Task<DeviceReply> HashesAsync(DeviceCredentials with, string? tag, CancellationToken cancel) => SoundReply.OfAsync<WhitelistResponse>(
        ListAsync(with, "whitelisted_pans", tag, cancel), l => l.Hashes is not null && l.Hashes.All(HashList.IsHash));

    private Task<DeviceReply> ListAsync(DeviceCredentials with, string list, string? tag, CancellationToken cancel) =>
        http.SendAsync(new Kernel.Network.DeviceRequest(HttpMethod.Get, $"{address()}/pos/{list}", null, Headers(with, tag)), cancel);

    private List<KeyValuePair<string, string>> Headers(DeviceCredentials with, string? tag) =>
    [
        new("Authorization", $"Bearer {with.Token(serial, clock.GetUtcNow())}"),
        .. tag is null ? [] : new[] { KeyValuePair.Create("If-None-Match", tag) },
    ];

    private Task<DeviceReply> PostAsync(DeviceCredentials with, string what, object body, CancellationToken cancel) =>
        http.SendAsync(HttpMethod.Post, $"{address()}/pos/{what}", body, with.Token(serial, clock.GetUtcNow()), cancel);
}
