namespace PairingLab.AccessControl.Engine;

/// <summary>Guests of an entry by what they pay.</summary>
/// <param name="FreeAdults">Adults on a free invitation.</param>
/// <param name="PaidAdults">Adults on a paid invitation.</param>
/// <param name="FreeChildren">Children on a free invitation.</param>
/// <param name="PaidChildren">Children on a paid invitation.</param>
/// <param name="YoungChildren">Children who are free for their age and take no invitation.</param>
public readonly record struct GuestCount(int FreeAdults, int PaidAdults, int FreeChildren, int PaidChildren, int YoungChildren = 0);
