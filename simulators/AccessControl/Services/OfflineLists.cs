using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The lists that a device keeps for times when it is offline.</summary>
public sealed class OfflineLists(IMacsDatabase database, RuleCache ruleCache, PanHasher pans, LabClock clock)
{
    /// <summary>The BIN ranges of a terminal's location, with a tag that changes with them.</summary>
    public async Task<(IReadOnlyList<BinRange> Ranges, string Tag)> RangesAsync(PairedTerminal terminal)
    {
        var (locationId, snapshot) =
            await database.RunAsync(session => (Terminals.RequirePaired(session, terminal).LocationId, ruleCache.Current(session)));
        var ranges = locationId is null ? [] : snapshot.Rules.FallbackRanges(locationId, clock.GetUtcNow());
        return (ranges, Tag(string.Join(';', ranges.Select(r => $"{r.Low}-{r.High}"))));
    }

    /// <summary>The hashes of the whitelisted card numbers that are not suspended, in order, with a tag that changes with them.</summary>
    public async Task<(IReadOnlyList<string> Hashes, string Tag)> WhitelistAsync(PairedTerminal terminal)
    {
        var (hashes, version) = await database.RunAsync(session =>
        {
            Terminals.RequirePaired(session, terminal);

            // The version first: a change between the two reads (PostgreSQL) then gives a new list an old tag, so the device asks again.
            // The other way round an old list would keep a new tag.
            var version = Versions.Of(session, Versions.Whitelist);
            return (session.Query<string>(
                "select pan_hash from whitelist where pan_hash not in (select pan_hash from cards where suspended_at is not null) "
                + "order by pan_hash"), version);
        });
        return (hashes, Tag(string.Create(CultureInfo.InvariantCulture, $"{version}-{hashes.Count}-{hashes.FirstOrDefault()}")));
    }

    /// <summary>Adds a card to the whitelist; false when it is on it already.</summary>
    public Task<bool> AddAsync(string pan)
    {
        var (panHash, maskedPan) = (pans.Hash(pan), PanHasher.Mask(pan));
        return database.RunAsync(session =>
        {
            Versions.Change(session, Versions.Whitelist);
            return session.Execute("insert into whitelist (pan_hash, masked_pan) values (@panHash, @maskedPan) on conflict do nothing",
                new { panHash, maskedPan }) == 1;
        });
    }

    /// <summary>Removes a card from the whitelist; false when it is not on it.</summary>
    public Task<bool> RemoveAsync(string pan)
    {
        var panHash = pans.Hash(pan);
        return database.RunAsync(session =>
        {
            Versions.Change(session, Versions.Whitelist);
            return session.Execute("delete from whitelist where pan_hash = @panHash", new { panHash }) == 1;
        });
    }

    private static string Tag(string content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32]}\"";
}
