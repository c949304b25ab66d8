using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.ThirdParties;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The application services of MACS; what its device API does, its admin panel does through the same ones.</summary>
public sealed class MacsServices
{
    /// <summary>The services on a database.</summary>
    /// <param name="database">Where everything is.</param>
    /// <param name="pans">The key of card numbers.</param>
    /// <param name="http">For third parties.</param>
    /// <param name="clock">The time.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="next">Where codes come from: a number below the given one.</param>
    public MacsServices(IMacsDatabase database, PanVault pans, HttpClient http, LabClock clock, AccessControlSettings settings, Func<int, int> next)
    {
        var books = new Books();
        Pairing = new(database, pans, clock, settings, next);
        Check = new(database, books, pans, new(http, settings), new SpendHistory(http, database, clock, settings), clock, settings);
        Confirm = new(database, books, clock);
        Reverse = new(database, clock, settings);
        Lists = new(database, books, pans, clock);
        Reports = new(database, books, clock, settings);
        Rules = new(database, clock);
        Places = new(database);
    }

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

    /// <summary>Rulesets, BIN table, currency rates.</summary>
    public RuleDesk Rules { get; }

    /// <summary>Locations and terminals.</summary>
    public Places Places { get; }
}
