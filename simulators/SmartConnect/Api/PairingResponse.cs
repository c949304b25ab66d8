namespace PairingLab.SmartConnect.Api;

/// <summary>Answer to <c>PUT /POS/Pairing/{code}</c>: <c>{"result":"success"}</c>.</summary>
public sealed record PairingResponse(string Result);
