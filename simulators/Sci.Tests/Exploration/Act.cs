namespace PairingLab.Sci.Tests.Exploration;

/// <summary>Something that happens in a shop.</summary>
/// <param name="Kind">What.</param>
/// <param name="Terminal">At which terminal, 0 or 1.</param>
/// <param name="Pos">At which POS, 0 or 1.</param>
/// <param name="Choice">Which of several ways.</param>
public sealed record Act(ActKind Kind, int Terminal, int Pos, int Choice);

/// <summary>What can happen in a shop.</summary>
public enum ActKind
{
    /// <summary>The merchant initiates pairing on a terminal.</summary>
    ShowCode,

    /// <summary>The code that a terminal showed last is entered on a POS, whether it is still good or not.</summary>
    EnterCode,

    /// <summary>The merchant confirms on a terminal, whether there is something to confirm or not.</summary>
    Confirm,

    /// <summary>The merchant declines on a terminal.</summary>
    Decline,

    /// <summary>The merchant takes the code from the screen.</summary>
    CancelPairing,

    /// <summary>A POS is paired from the code to the end.</summary>
    PairToTheEnd,

    /// <summary>The merchant unpairs a POS on a terminal.</summary>
    UnpairOnTerminal,

    /// <summary>A POS unpairs itself.</summary>
    UnpairOnPos,

    /// <summary>A POS begins a purchase.</summary>
    Sell,

    /// <summary>A POS begins a purchase while its terminal has no network.</summary>
    SellWithoutNetwork,

    /// <summary>A POS asks for its purchase to be cancelled.</summary>
    CancelPurchase,

    /// <summary>The purchase on a terminal ends.</summary>
    Finish,

    /// <summary>A terminal says again how any purchase ended.</summary>
    FinishAny,

    /// <summary>A terminal begins a settlement of its own.</summary>
    BeginSettlement,

    /// <summary>A terminal ends it.</summary>
    EndSettlement,

    /// <summary>Time passes.</summary>
    Wait,

    /// <summary>SCI is killed and started again.</summary>
    Restart,
}
