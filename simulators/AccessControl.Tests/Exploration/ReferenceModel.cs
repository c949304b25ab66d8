using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>
/// What must be true beside MACS, from docs/protocols/access-control.md and nothing of MACS's code: what came of each tap, for the one
/// ruleset with which every day begins.
/// </summary>
internal sealed class ReferenceModel
{
    private const int Usages = 6;
    private const int Free = 2;
    private const int Paid = 2;
    private const int PerLocation = 3;
    private const int FreeAdults = 3;
    private const int AdultsPerFlight = 2;

    private static readonly TimeSpan ToConfirm = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ToReverse = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    private readonly List<Visit> visits = [];

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    /// <summary>What somebody did last; nothing that MACS knows when it was nothing.</summary>
    public string LatestOf(string who) => visits.FindLast(v => v.Who == who)?.Id ?? "none";

    /// <summary>What a terminal checked last and did not refuse.</summary>
    public string CheckedAt(string device) => visits.FindLast(v => v.Device == device && v.Status != "REJECTED")?.Id ?? "none";

    /// <summary>Somebody taps; why it must be refused, or how many free and paid visits are left.</summary>
    public (Refusal? Why, int Free, int Paid) Tap(string who, string device, DateTimeOffset now)
    {
        if (visits.Exists(v => v.Who == who && v.IsOpen(now) && !v.IsRefused))
        {
            return (Refusal.TemporarilyBlocked, 0, 0);
        }

        // Only one check of a card can be confirmed.
        visits.Where(v => v.Who == who && v.Status == "CREATED").ToList().ForEach(v => v.Status = "EXPIRED");
        var location = LocationOf(device);
        if (location == "lounge" && visits.Exists(v => v.Who == who && v.Location == location && v.Counts && now - v.At < Cooldown))
        {
            return (Refusal.CooldownActive, 0, 0);
        }

        if (who == "Clara")
        {
            return (Refusal.MissingAccessRules, 0, 0);
        }

        var counted = Counted(who, now);
        if (visits.Count(v => v.Counts || v.IsOpen(now)) >= Usages || counted.Count(v => v.Location == location) >= PerLocation)
        {
            return (Refusal.LimitExceeded, 0, 0);
        }

        var (free, paid) = (Math.Max(0, Free - counted.Count(v => !v.Paid)), Math.Max(0, Paid - counted.Count(v => v.Paid)));
        return (free + paid == 0 ? Refusal.LimitExceeded : null, free, paid);
    }

    /// <summary>What MACS has recorded of a tap.</summary>
    public void Record(string id, string who, string device, (Refusal? Why, int Free, int Paid) answer, DateTimeOffset now)
    {
        var isPaid = answer.Why is null && answer.Free == 0;
        visits.Add(new(id, who, device, LocationOf(device), isPaid)
        {
            At = now,
            Until = now + ToConfirm,
            Status = answer.Why is null ? "CREATED" : "REJECTED",
        });
        Count(isPaid ? "paid" : answer.Why is null ? "free" : "not let in");
    }

    /// <summary>A terminal confirms; why it must be refused.</summary>
    public Refusal? Confirm(string id, int adults, DateTimeOffset now)
    {
        if (visits.Find(v => v.Id == id) is not { } visit)
        {
            return Refusal.UnknownAccessId;
        }

        if (visit.Status is "COMPLETED" or "REVERSED")
        {
            Count("confirmed again");
            return visit.Adults == adults ? null : Refusal.AlreadyConfirmed;
        }

        if (!visit.IsOpen(now))
        {
            return Refusal.AccessIdExpired;
        }

        if (adults > AdultsPerFlight || adults > FreeAdults - Counted(visit.Who, now).Sum(v => v.Adults))
        {
            visit.IsRefused |= adults > 0;
            return adults > 0 ? Refusal.LimitExceeded : throw new InvalidOperationException("more guests came than may come");
        }

        (visit.Status, visit.At, visit.Adults, visit.IsRefused) = ("COMPLETED", now, adults, false);
        Count(adults > 0 ? "with guests" : "alone");
        return null;
    }

    /// <summary>Somebody reverses; why it must be refused.</summary>
    public Refusal? Reverse(string id, bool isAdmin, DateTimeOffset now)
    {
        switch (visits.Find(v => v.Id == id))
        {
            case null:
                return Refusal.UnknownOperation;
            case { Counts: false }:
                return Refusal.NotCompleted;
            case { } visit when !isAdmin && now - visit.At > ToReverse:
                return Refusal.TooLate;
            case { } visit:
                visit.Status = "REVERSED";
                Count("reversed");
                return null;
        }
    }

    /// <summary>Each visit, in words; MACS must have the same ones.</summary>
    public IEnumerable<string> All(DateTimeOffset now) =>
        visits.Select(v => Macs.Words(v.Id, v.Status == "CREATED" && !v.IsOpen(now) ? "EXPIRED" : v.Status, v.Paid, v.Adults));

    private static string LocationOf(string device) => device == "MACS-3" ? "fast line" : "lounge";

    private List<Visit> Counted(string who, DateTimeOffset now) => visits.FindAll(v => v.Who == who && v.Counts && now - v.At < Period);

    private sealed record Visit(string Id, string Who, string Device, string Location, bool Paid)
    {
        /// <summary>When it was asked for, or confirmed.</summary>
        public DateTimeOffset At { get; set; }

        public required DateTimeOffset Until { get; init; }

        public required string Status { get; set; }

        public int Adults { get; set; }

        /// <summary>Whether it was tried to be confirmed with too many guests.</summary>
        public bool IsRefused { get; set; }

        public bool Counts => Status == "COMPLETED";

        public bool IsOpen(DateTimeOffset now) => Status == "CREATED" && now < Until;
    }
}
