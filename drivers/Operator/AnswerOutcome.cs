namespace PairingLab.Drivers.Operator;

/// <summary>What became of an answer that someone gave.</summary>
public enum AnswerOutcome
{
    /// <summary>It counts.</summary>
    Taken,

    /// <summary>Someone else was first, or the time was over, or the run ended: it doesn't count.</summary>
    TooLate,

    /// <summary>No question ever had that number.</summary>
    NoSuchQuestion,

    /// <summary>The question asks what is to be read; a pass without a text is no answer, and the question stays open.</summary>
    NeedsText,
}
