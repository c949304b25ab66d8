using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.ThirdParties;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The application services of MACS, shared by its device API and its admin panel.</summary>
public sealed class MacsServices
{
    /// <summary>The services on a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="pans">Hashes card numbers.</param>
    /// <param name="http">The client for third parties.</param>
    /// <param name="clock">The time.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="next">Draws the digits of codes: a random number below the given one.</param>
    public MacsServices(IMacsDatabase database, PanHasher pans, HttpClient http, LabClock clock, AccessControlSettings settings,
        Func<int, int> next)
    {
        var ruleCache = new RuleCache();
        Pans = pans;
        Pairing = new(database, pans, clock, settings, next);
        Check = new(database, ruleCache, pans, new(http, settings), new SpendHistory(http, database, clock, settings), clock, settings);
        Confirm = new(database, ruleCache, clock);
        Reverse = new(database, clock, settings);
        Lists = new(database, ruleCache, pans, clock);
        Reports = new(database, ruleCache, clock, settings);
        Rules = new(database);
        RuleCommands = new(database, clock);
        Locations = new(database);
        Enrolments = new(database, clock, new(http, settings));
    }

    /// <summary>Hashes card numbers.</summary>
    public PanHasher Pans { get; }

    /// <summary>Pairing codes and pairing.</summary>
    public Pairing Pairing { get; }

    /// <summary>Check entry.</summary>
    public CheckEntry Check { get; }

    /// <summary>Confirm entry.</summary>
    public ConfirmEntry Confirm { get; }

    /// <summary>Reverse entry.</summary>
    public ReverseEntry Reverse { get; }

    /// <summary>Offline lists.</summary>
    public OfflineLists Lists { get; }

    /// <summary>Offline reports.</summary>
    public OfflineReports Reports { get; }

    /// <summary>Rulesets and their history.</summary>
    public RuleQueries Rules { get; }

    /// <summary>Changes of rulesets, BIN table and currency rates.</summary>
    public RuleCommands RuleCommands { get; }

    /// <summary>Locations and terminals.</summary>
    public Locations Locations { get; }

    /// <summary>Enrollments of cards: verified with MRS, suspended, removed.</summary>
    public Enrolments Enrolments { get; }
}
