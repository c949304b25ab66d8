namespace PairingLab.Wire;

/// <summary>An error of the lab's endpoints: <c>{"error":{"code":"…","message":"…"}}</c>.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people: what is wrong, and what would be right.</param>
public sealed record LabError(string Code, string Message);

/// <summary>The body that an error comes in.</summary>
public sealed record LabErrorBody(LabError? Error);
