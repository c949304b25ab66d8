using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>What a device keeps for when it is offline.</summary>
public sealed class OfflineLists(IMacsDatabase database, Books books, PanVault pans, LabClock clock)
{
    /// <summary>The BIN ranges of a terminal's location, with a tag that changes with them.</summary>
    public async Task<(IReadOnlyList<BinRange> Ranges, string Tag)> RangesAsync(PairedTerminal terminal)
    {
        var (locationId, book) = await database.RunAsync(session => (Terminals.Asking(session, terminal).LocationId, books.Current(session)));
        var ranges = locationId is null ? [] : book.Rules.FallbackRanges(locationId, clock.GetUtcNow());
        return (ranges, Tag(string.Join(';', ranges.Select(r => $"{r.Low}-{r.High}"))));
    }

    /// <summary>The hashes of the whitelisted card numbers, in order, with a tag that changes with them.</summary>
    public async Task<(IReadOnlyList<string> Hashes, string Tag)> WhitelistAsync(PairedTerminal terminal)
    {
        var (hashes, version) = await database.RunAsync(session =>
        {
            Terminals.Asking(session, terminal);

            // The version first: a change between the two (PostgreSQL) leaves an old tag on a new list, which is asked for again, and not a new one on an old list.
            var version = Facts.Version(session, Facts.Whitelist);
            return (session.Query<string>("select pan_hash from whitelist order by pan_hash"), version);
        });
        return (hashes, Tag(string.Create(CultureInfo.InvariantCulture, $"{version}-{hashes.Count}-{hashes.FirstOrDefault()}")));
    }

    /// <summary>Puts a card on the whitelist; false when it is there already.</summary>
    public Task<bool> AddAsync(string pan)
    {
        var (panHash, maskedPan) = (pans.Hash(pan), PanVault.Mask(pan));
        return database.RunAsync(session =>
        {
            Facts.Change(session, Facts.Whitelist);
            return session.Execute("insert into whitelist (pan_hash, masked_pan) values (@panHash, @maskedPan) on conflict do nothing", new { panHash, maskedPan }) == 1;
        });
    }

    /// <summary>Takes a card off the whitelist; false when it is not there.</summary>
    public Task<bool> RemoveAsync(string pan)
    {
        var panHash = pans.Hash(pan);
        return database.RunAsync(session =>
        {
            Facts.Change(session, Facts.Whitelist);
            return session.Execute("delete from whitelist where pan_hash = @panHash", new { panHash }) == 1;
        });
    }

    private static string Tag(string content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32]}\"";
}
