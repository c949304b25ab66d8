using PairingLab.Commander.Core;
using static PairingLab.Commander.Devices.Workstation.WorkstationScreen;

namespace PairingLab.Commander.Devices.Workstation;

/// <content>
/// The trusted link, what it depends on and what it carries: the certificate and its renewal, the alerts, sales, Auto Upgrade.
/// </content>
public sealed partial class WorkstationLogic
{
    private const int MessagesKept = 5;

    /// <summary>Every look that finds no Commander doubles the time to the next, up to this.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(1);

    private static IEnumerable<WorkstationRequest> OverLink(WorkstationState state)
    {
        var link = state.Link;
        if (link.IsWanted)
        {
            yield return new WorkstationRequest.Link(link.Number, state.Credentials!);
        }

        if (link.AsksSoftware)
        {
            yield return new WorkstationRequest.LookAtSoftware();
        }

        if (link is { IsUp: true, HeartbeatAt: null })
        {
            yield return new WorkstationRequest.Heartbeat(link.Number);
        }

        // Even when the link is gone: the answer may have come over it, and without it the workstation would have to be paired again.
        if (link.RenewingOver is { } over)
        {
            yield return new WorkstationRequest.Renew(over, state.Credentials!);
        }

        if (link.AsksOtp)
        {
            yield return new WorkstationRequest.GenerateOtp(link.Number);
        }

        foreach (var sale in link.Sales)
        {
            yield return new WorkstationRequest.Sell(link.Number, sale);
        }
    }

    private WorkstationState AfterLink(WorkstationState state, WorkstationRequest asked, WorkstationReply reply, DateTimeOffset now)
    {
        var link = state.Link;
        return (asked, reply) switch
        {
            (WorkstationRequest.Link, WorkstationReply.LinkUp) => Opened(state, now),
            (WorkstationRequest.Link, WorkstationReply.TrustRefused) => TrustRefused(state, now),
            (WorkstationRequest.Link, WorkstationReply.SoftwareIs r) => Upgrade(state, r.Base),
            (WorkstationRequest.Link, _) => link.IsUp ? Look(Drop(state), now) : LookLater(AskSoftware(Drop(state)), now),
            (WorkstationRequest.LookAtSoftware, _) when (state with { Link = link with { AsksSoftware = false } }) is var asking =>
                reply is WorkstationReply.SoftwareIs r ? Upgrade(asking, r.Base) : asking,
            (WorkstationRequest.Renew r, _) => AfterRenewal(state with { Link = link with { RenewingOver = null } }, r.Over, reply, now),
            (_, WorkstationReply.NoAnswer) => LookLater(Drop(state), now),
            (WorkstationRequest.Heartbeat, _) => state with { Link = link with { HeartbeatAt = now + settings.HeartbeatInterval } },
            (WorkstationRequest.Sell r, _) => state with
            {
                LastSale = WorkstationTexts.SaleTaken,
                Link = link with { Sales = link.Sales.Remove(r.Sale) },
            },
            (WorkstationRequest.GenerateOtp, _) => state with
            {
                RegisterOtp = state.Screen == MaintenanceMenu && reply is WorkstationReply.OtpGiven r ? r.Otp : state.RegisterOtp,
                Link = link with { AsksOtp = false },
            },
            _ => state,
        };
    }

    /// <summary>A link that came up only when the certificate had already expired is ignored.</summary>
    private WorkstationState Opened(WorkstationState state, DateTimeOffset now) => now >= state.Memory.TrustedUntil
        ? LookLater(Drop(state), now)
        : Renew(AskSoftware(state with
        {
            Memory = state.Memory with { Alert = PairingAlert.None },
            Link = state.Link with { IsUp = true, Missed = 0, HeartbeatAt = now + settings.HeartbeatInterval },
        }));

    /// <summary>The link is over, and with it what was asked over it.</summary>
    private static WorkstationState Drop(WorkstationState state) => state with
    {
        LastSale = state.Link.Sales.IsEmpty ? state.LastSale : WorkstationTexts.SaleKept,
        Link = state.Link with
        {
            IsWanted = false,
            IsUp = false,
            HeartbeatAt = null,
            RenewAgainAt = null,
            AsksOtp = false,
            Sales = [],
        },
    };

    private static WorkstationState AskSoftware(WorkstationState state) => state with { Link = state.Link with { AsksSoftware = true } };

    /// <summary>Opens the trusted link if there is none, and looks whether the Commander runs newer software.</summary>
    private WorkstationState Look(WorkstationState state, DateTimeOffset now)
    {
        var link = state.Link with { LookAt = null };
        return state.Memory.PairingMode || link.IsWanted ? state with { Link = link }
            : state.Credentials is not null && now < state.Memory.TrustedUntil
                ? state with { Link = link with { Number = link.Number + 1, IsWanted = true } }
            : LookLater(AskSoftware(state), now);
    }

    private WorkstationState LookLater(WorkstationState state, DateTimeOffset now)
    {
        var missed = state.Link.Missed;
        var wait = settings.LookInterval * Math.Pow(2, Math.Min(missed, 20));
        return state with
        {
            Link = state.Link with
            {
                LookAt = state.Memory.PairingMode ? null : now + (wait < LongestLook ? wait : LongestLook),
                Missed = missed + 1,
            },
        };
    }

    private WorkstationState TrustRefused(WorkstationState state, DateTimeOffset now)
    {
        var dropped = state.Link.IsUp ? Drop(state) : AskSoftware(Drop(state));
        return LookLater(state.Memory.Alert == PairingAlert.None ? RaiseAlert(dropped) : dropped, now);
    }

    /// <summary>Commander POS pairing guide: the alert shows between transactions, and Sales is just that.</summary>
    private static WorkstationState RaiseAlert(WorkstationState state)
    {
        var alerted = state with
        {
            Memory = state.Memory with { Alert = PairingAlert.Invalid },
            Link = state.Link with { Missed = 0 },
        };
        return state.Screen == Sales ? Go(alerted, Alert) : alerted;
    }

    private WorkstationState CertificateAges(WorkstationState state, DateTimeOffset now)
    {
        if (!state.Memory.RenewalAnnounced && now >= state.Memory.RenewFrom)
        {
            state = state with { Memory = state.Memory with { RenewalAnnounced = true } };
            state = Renew(now < state.Memory.TrustedUntil ? Say(state, now, Texts.RenewalScheduled) : state);
        }

        return state.Memory.Alert == PairingAlert.None && now >= state.Memory.TrustedUntil
            ? LookLater(Say(WithoutReassurance(RaiseAlert(Drop(state))), now, Texts.CertificatesExpired), now)
            : state;
    }

    private WorkstationState LinkDue(WorkstationState state, DateTimeOffset now)
    {
        if (state.Link.RenewAgainAt <= now)
        {
            state = Renew(state with { Link = state.Link with { RenewAgainAt = null } });
        }

        if (state.Link.HeartbeatAt <= now)
        {
            state = state with { Link = state.Link with { HeartbeatAt = null } };
        }

        return state.Link.LookAt <= now ? Look(state, now) : state;
    }

    /// <summary>Asks for a new certificate if it is time and there is a link; one that was refused is asked for again every day.</summary>
    private static WorkstationState Renew(WorkstationState state) =>
        state is { Memory.RenewalAnnounced: true, Link: { IsUp: true, RenewingOver: null, RenewAgainAt: null } link }
            ? state with { Link = link with { RenewingOver = link.Number } }
            : state;

    /// <summary>The old certificate is no longer valid once there is a new one: the link is opened again with that.</summary>
    private WorkstationState AfterRenewal(WorkstationState state, int over, WorkstationReply reply, DateTimeOffset now) => reply switch
    {
        WorkstationReply.CertificateGiven r => Look(Say(Trust(Drop(state), r), now, Texts.CertificatesRenewed), now),
        WorkstationReply.NoAnswer when state.Link.IsUp && over == state.Link.Number => LookLater(Drop(state), now),
        WorkstationReply.NoAnswer => Renew(state),
        _ => state with { Link = state.Link with { RenewAgainAt = now + settings.RenewalRetry } },
    };

    private static WorkstationState Say(WorkstationState state, DateTimeOffset at, string text) => state with
    {
        Memory = state.Memory with
        {
            Messages = [.. state.Memory.Messages.Add($"{at.UtcDateTime:yyyy-MM-dd HH:mm} {text}").TakeLast(MessagesKept)],
        },
    };

    /// <summary>Action is needed now: what said otherwise is outdated.</summary>
    private static WorkstationState WithoutReassurance(WorkstationState state) =>
        state with { Memory = state.Memory with { Messages = state.Memory.Messages.RemoveAll(Texts.SaysNoActionIsNeeded) } };

    private static WorkstationState Sell(WorkstationState state) => state.Link is { IsUp: true } link
        ? state with { Link = link with { Sales = link.Sales.Add(link.SaleCount), SaleCount = link.SaleCount + 1 } }
        : state with { LastSale = SoftwareBase.HasPairing(state.Memory.Base) ? WorkstationTexts.SaleKept : WorkstationTexts.SaleDone };

    /// <summary>After the upgrade that brings pairing the workstation has to be paired; later upgrades leave its trust as it is.</summary>
    private static WorkstationState Upgrade(WorkstationState state, string newer) =>
        !SoftwareBase.IsNewer(newer, state.Memory.Base) || state.Screen == Upgrading ? state
        : Go(state, Upgrading) with
        {
            Memory = state.Memory with
            {
                Base = newer,
                Alert = SoftwareBase.HasPairing(state.Memory.Base) ? state.Memory.Alert : PairingAlert.Required,
            },
        };
}
