using System.Text.Json.Serialization;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Api;

/// <summary>What the cardholder pays; without a fee nothing.</summary>
public sealed record CardholderResponse([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? Fee);
