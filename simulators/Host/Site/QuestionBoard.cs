namespace PairingLab.Host.Site;

/// <summary>Questions to the people at the bench (filled in with the operator driver).</summary>
public sealed class QuestionBoard;
