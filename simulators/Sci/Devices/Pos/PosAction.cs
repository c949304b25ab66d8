namespace PairingLab.Sci.Devices.Pos;

/// <summary>Something that SCI lets a person do about a purchase: a button of pos_instructions.</summary>
/// <param name="Text">What stands on it.</param>
/// <param name="Path">Where it posts.</param>
/// <param name="Body">The JSON that it posts.</param>
public sealed record PosAction(string Text, string Path, string Body);
