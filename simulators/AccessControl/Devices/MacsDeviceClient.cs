using System.Collections.Immutable;
using System.Net.Security;
using System.Text.Json;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a MACS device asks: of MACS, or for a key of itself.</summary>
public abstract record MacsDeviceRequest
{
    /// <summary>The device's private key.</summary>
    public string Key { get; init; } = "";

    /// <summary>A key pair.</summary>
    public sealed record MakeKey : MacsDeviceRequest;

    /// <summary>POST /pos/pair.</summary>
    public sealed record Pair(string Code) : MacsDeviceRequest;

    /// <summary>POST /pos/check_entry.</summary>
    public sealed record Check(string Pan, string Expiry, string EntryMode) : MacsDeviceRequest;

    /// <summary>POST /pos/confirm_entry.</summary>
    public sealed record Confirm(PendingConfirm Entry) : MacsDeviceRequest;

    /// <summary>The two offline lists, each unless it still has that tag.</summary>
    public sealed record Download(string? RangesTag, string? HashesTag) : MacsDeviceRequest;

    /// <summary>POST /pos/offline_reports.</summary>
    public sealed record Report(ImmutableList<OfflineEntry> Entries) : MacsDeviceRequest;
}

/// <summary>What came back to a MACS device.</summary>
public abstract record MacsDeviceReply
{
    /// <summary>The private key of the pair that was made.</summary>
    public sealed record KeyMade(string Key) : MacsDeviceReply;

    /// <summary>MACS has done it: the device is paired, the entry confirmed.</summary>
    public sealed record Done : MacsDeviceReply
    {
        /// <summary>What is to be paid, in each currency.</summary>
        public IReadOnlyList<Price> Totals { get; init; } = [];
    }

    /// <summary>The card may enter.</summary>
    public sealed record Allowed(CheckEntryResponse Check) : MacsDeviceReply;

    /// <summary>The lists with their tags; null for one that the device has already.</summary>
    public sealed record Lists : MacsDeviceReply
    {
        /// <summary>BIN ranges.</summary>
        public ImmutableList<BinRange>? Ranges { get; init; }

        /// <summary>Their tag.</summary>
        public string? RangesTag { get; init; }

        /// <summary>Hashes of whitelisted card numbers.</summary>
        public HashList? Hashes { get; init; }

        /// <summary>Their tag.</summary>
        public string? HashesTag { get; init; }
    }

    /// <summary>What became of each reported entry.</summary>
    public sealed record Reported(IReadOnlyList<ReportedEntry> Entries) : MacsDeviceReply;

    /// <summary>It was not done.</summary>
    /// <param name="Status">The HTTP status; 0 when nobody answered.</param>
    /// <param name="Error">What MACS said; null when it was not MACS that answered.</param>
    /// <param name="Untrusted">Nobody was asked: the certificate of who is there is not of the CA that the device trusts.</param>
    public sealed record Failed(int Status, PosErrorResponse? Error = null, bool Untrusted = false) : MacsDeviceReply;
}

/// <summary>A MACS device's requests, put into HTTP and signed.</summary>
/// <param name="cable">Its cable.</param>
/// <param name="tap">Takes exchanges down.</param>
/// <param name="clock">The lab clock.</param>
/// <param name="serial">Its serial number.</param>
/// <param name="macs">Where MACS is.</param>
/// <param name="trusted">Whom it trusts; null where MACS is reached without TLS.</param>
internal sealed class MacsDeviceClient(
    Cable cable, WireTap tap, LabClock clock, string serial, Func<string> macs, SslClientAuthenticationOptions? trusted = null)
    : IDeviceClient<MacsDeviceRequest, MacsDeviceReply>
{
    private const int NotModified = 304;
    private const int Conflict = 409;
    private const int BadGateway = 502;

    /// <summary>
    /// From a tap to its confirmation, about. Ten thousand terminals that wait for a card should not hold ten thousand connections.
    /// </summary>
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly DeviceHttp http = new(cable, tap, trusted ?? new(), idle: IdleConnection);
    private (string Key, DeviceCredentials Value)? credentials;

    public bool AnswersItself(MacsDeviceRequest request) => request is MacsDeviceRequest.MakeKey;

    public async Task<MacsDeviceReply> SendAsync(MacsDeviceRequest request, Flight<MacsDeviceReply> flight) => request switch
    {
        MacsDeviceRequest.MakeKey => MakeKey(),
        MacsDeviceRequest.Pair r => await PairAsync(r, flight.CalledBack),
        MacsDeviceRequest.Check r => ReplyTo<CheckEntryResponse>(
            await PostAsync(r, "check_entry", new CheckEntryRequest(r.Pan, r.Expiry, r.EntryMode), flight.CalledBack),
            check => check is { AccessId: not null, Cardholder: not null } ? new MacsDeviceReply.Allowed(check) : null),
        MacsDeviceRequest.Confirm { Entry: var e } => ReplyTo<ConfirmEntryResponse>(
            await PostAsync(
                request, "confirm_entry", new ConfirmEntryRequest(e.AccessId, e.Adults, e.Children, e.Ages), flight.CalledBack),
            answer => answer.Status == OperationStatus.Completed
                ? new MacsDeviceReply.Done { Totals = answer.Charge?.Totals ?? [] }
                : null),
        MacsDeviceRequest.Download r => await DownloadAsync(r, flight.CalledBack),
        MacsDeviceRequest.Report r => ReplyTo<OfflineReportsResponse>(
            await PostAsync(r, "offline_reports", new OfflineReportsRequest(r.Entries), flight.CalledBack),
            answer => answer.Entries is { } entries && entries.All(IsSound) ? new MacsDeviceReply.Reported(entries) : null),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType(), "a request without a wire"),
    };

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        lock (gate)
        {
            credentials?.Value.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static MacsDeviceReply.KeyMade MakeKey()
    {
        using var made = DeviceCredentials.Create();
        return new(made.ToText());
    }

    /// <summary>
    /// "Paired already" may be said of this very device: the answer of a pairing can get lost. Only one that has the key of the pairing is
    /// given a list.
    /// </summary>
    private async Task<MacsDeviceReply> PairAsync(MacsDeviceRequest.Pair request, CancellationToken cancel)
    {
        var reply = ReplyTo<StatusResponse>(
            await http.SendAsync(
                HttpMethod.Post,
                $"{macs()}/pos/pair",
                new PairRequest(serial, request.Code, CredentialsOf(request).PublicKey),
                null,
                cancel),
            answer => answer.Status == "PAIRED" ? new MacsDeviceReply.Done() : null);
        return reply is MacsDeviceReply.Failed { Status: Conflict } && await RangesAsync(request, null, cancel) is MacsDeviceReply.Lists
            ? new MacsDeviceReply.Done()
            : reply;
    }

    /// <summary>Both lists, or the failure of the first that was not had.</summary>
    private async Task<MacsDeviceReply> DownloadAsync(MacsDeviceRequest.Download request, CancellationToken cancel)
    {
        var ranges = await RangesAsync(request, request.RangesTag, cancel);
        if (ranges is not MacsDeviceReply.Lists lists)
        {
            return ranges;
        }

        var hashes = await HashesAsync(request, request.HashesTag, cancel);
        return hashes is MacsDeviceReply.Lists more ? lists with { Hashes = more.Hashes, HashesTag = more.HashesTag } : hashes;
    }

    private Task<MacsDeviceReply> RangesAsync(MacsDeviceRequest request, string? tag, CancellationToken cancel) =>
        GetAsync<BinRangesResponse>(
            request,
            "fallback_bin_ranges",
            tag,
            (list, its) => list.Ranges is { } ranges && ranges.All(r => r is { IsSound: true })
                ? new() { Ranges = [.. ranges], RangesTag = its }
                : null,
            cancel);

    private Task<MacsDeviceReply> HashesAsync(MacsDeviceRequest request, string? tag, CancellationToken cancel) =>
        GetAsync<WhitelistResponse>(
            request,
            "whitelisted_pans",
            tag,
            (list, its) => list.Hashes is { } hashes && hashes.All(HashList.IsHash)
                ? new() { Hashes = HashList.Of(hashes), HashesTag = its }
                : null,
            cancel);

    private async Task<MacsDeviceReply> GetAsync<T>(
        MacsDeviceRequest request, string list, string? tag, Func<T, string?, MacsDeviceReply.Lists?> read, CancellationToken cancel)
    {
        KeyValuePair<string, string>[] headers =
        [
            new("Authorization", $"Bearer {Token(request)}"),
            .. tag is null ? [] : new[] { KeyValuePair.Create("If-None-Match", tag) },
        ];
        var reply = await http.SendAsync(new DeviceRequest(HttpMethod.Get, $"{macs()}/pos/{list}", null, headers), cancel);
        return reply.Status == NotModified ? new MacsDeviceReply.Lists() : ReplyTo<T>(reply, l => read(l, reply.ETag));
    }

    private Task<DeviceReply> PostAsync(MacsDeviceRequest request, string what, object body, CancellationToken cancel) =>
        http.SendAsync(HttpMethod.Post, $"{macs()}/pos/{what}", body, Token(request), cancel);

    private string Token(MacsDeviceRequest request) => CredentialsOf(request).Token(serial, clock.GetUtcNow());

    private DeviceCredentials CredentialsOf(MacsDeviceRequest request)
    {
        lock (gate)
        {
            if (credentials?.Key != request.Key)
            {
                credentials?.Value.Dispose();
                credentials = (request.Key, DeviceCredentials.FromText(request.Key));
            }

            return credentials.Value.Value;
        }
    }

    private static bool IsSound(ReportedEntry entry) => entry is { LocalId: not null, Status: "ACCEPTED" or "DUPLICATE" or "REJECTED" };

    /// <summary>
    /// A success that does not say what was asked for is none: the answer came from something else, a hotel's sign-in page perhaps.
    /// A device takes it for the error of a gateway (RFC 9110, 502).
    /// </summary>
    /// <param name="reply">What came.</param>
    /// <param name="read">What it means; null when something is missing that the device goes by.</param>
    private static MacsDeviceReply ReplyTo<T>(DeviceReply reply, Func<T, MacsDeviceReply?> read)
    {
        if (!reply.Ok)
        {
            return new MacsDeviceReply.Failed(reply.Status, ErrorOf(reply), reply.TlsRefused);
        }

        try
        {
            return read(reply.Read<T>()) ?? new MacsDeviceReply.Failed(BadGateway);
        }
        catch (JsonException)
        {
            return new MacsDeviceReply.Failed(BadGateway);
        }
    }

    private static PosErrorResponse? ErrorOf(DeviceReply reply)
    {
        try
        {
            return JsonSerializer.Deserialize<PosErrorResponse>(reply.Body, LabJson.Options) is { Code: not null, Message: not null } error
                ? error
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
